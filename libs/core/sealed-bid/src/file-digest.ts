import { sha256 } from '@noble/hashes/sha2.js';
import { createSHA256 } from 'hash-wasm';
import { toHex } from '@core/kernel';
import { leafHash, treeRoot } from '@core/ledger';
import { piecesOf, type ByteSource } from './byte-source';

/** Bytes of a part: the unit of resumable upload, each checked on arrival (tp1 §4.3). */
export const PART_BYTES = 8 * 1024 * 1024;

/** SHA-256 of a message that comes in pieces. */
export interface StreamHash {
  update(piece: Uint8Array): void;
  /** The hash; the object is then ready for the next message. */
  take(): Uint8Array;
}

/** SHA-256 in WebAssembly; where a page forbids that, in plain JavaScript. The bytes are the same. */
async function streamHash(): Promise<StreamHash> {
  try {
    const fast = await createSHA256();
    return {
      update: (piece) => void fast.update(piece),
      take: () => {
        const hash = fast.digest('binary');
        fast.init();
        return hash;
      },
    };
  } catch {
    let plain = sha256.create();
    return {
      update: (piece) => void plain.update(piece),
      take: () => {
        const hash = plain.digest();
        plain = sha256.create();
        return hash;
      },
    };
  }
}

/** What is known of a stored file: hash, size, root over its parts. */
export interface FileFacts {
  readonly sha256: string;
  readonly size: number;
  readonly parts: string;
}

/** Hashes a file and its parts in one pass, in constant memory. */
export class FileDigest {
  private size = 0;
  private inPart = 0;
  private readonly leaves: Uint8Array[] = [];

  private constructor(
    private readonly whole: StreamHash,
    private readonly part: StreamHash,
  ) {}

  /** `hash` makes the hashes; a server has a faster one than the default. */
  static async start(
    hash: () => StreamHash | Promise<StreamHash> = streamHash,
  ): Promise<FileDigest> {
    return new FileDigest(await hash(), await hash());
  }

  update(piece: Uint8Array): void {
    this.whole.update(piece);
    this.size += piece.length;
    for (let at = 0; at < piece.length;) {
      const taken = piece.subarray(at, at + PART_BYTES - this.inPart);
      this.part.update(taken);
      this.inPart += taken.length;
      at += taken.length;
      if (this.inPart === PART_BYTES) this.endPart();
    }
  }

  /** The facts; call once, at the end. */
  finish(): FileFacts {
    if (this.inPart > 0 || this.leaves.length === 0) this.endPart();
    return {
      sha256: toHex(this.whole.take()),
      size: this.size,
      parts: toHex(treeRoot(this.leaves)),
    };
  }

  private endPart(): void {
    this.leaves.push(leafHash(this.part.take()));
    this.inPart = 0;
  }
}

/** The facts of a whole source. */
export async function factsOf(source: ByteSource): Promise<FileFacts> {
  const digest = await FileDigest.start();
  for await (const piece of piecesOf(source)) digest.update(piece);
  return digest.finish();
}

/** The root over the hashes of parts (hexadecimal), as they were checked on arrival. */
export function partsRoot(parts: readonly Uint8Array[]): string {
  return toHex(treeRoot(parts.map(leafHash)));
}
