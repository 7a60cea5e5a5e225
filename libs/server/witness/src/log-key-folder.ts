import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex, hexOf, read, struct, toHex, whole } from '@core/kernel';
import {
  checkpointText,
  LOG_SIGNATURE,
  noteSigner,
  signNote,
  verifyConsistency,
  type Checkpoint,
  type NoteSigner,
} from '@core/ledger';
import { writeDurably } from './witness-folder';

const SIGNED = struct({ size: whole(), root: hexOf(32) });
const MEMORY = 'ledger-signed.json';

/** What a log key signed last; size 0 before the first time. `root` in hexadecimal. */
export interface Signed {
  readonly size: number;
  readonly root: string;
}

/** Why the log key refuses to sign: what it is shown is not the continuation of what it signed. */
export class LogKeyRefusal extends Error {}

/**
 * The log's key with its memory (tp1 §2.5): a witness glued to the key. It remembers in a folder outside the database what
 * it signed last, and refuses whatever shrinks or does not continue it.
 */
export class LogKeyFolder {
  constructor(
    private readonly folder: string,
    private readonly seed: Uint8Array,
  ) {}

  /** The key that signs checkpoints of this origin. */
  signer(origin: string): NoteSigner {
    return noteSigner(origin, LOG_SIGNATURE, this.seed);
  }

  /** Throws {@link LogKeyRefusal} when the memory cannot be read: it must not begin anew. */
  lastSigned(): Signed {
    const path = join(this.folder, MEMORY);
    if (!existsSync(path)) return { size: 0, root: toHex(new Uint8Array(32)) };
    const signed = read(SIGNED, JSON.parse(readFileSync(path, 'utf8')) as unknown);
    if (!signed.ok) throw new LogKeyRefusal('the memory of the log key is damaged');
    return signed.value;
  }

  /**
   * Signs a checkpoint. `proof` MUST show that it continues {@link lastSigned}; it is checked and the new state is
   * on disk before the signature exists. Reading, deciding and writing are one synchronous step.
   */
  signCheckpoint(checkpoint: Checkpoint, proof: readonly Uint8Array[]): string {
    const last = this.lastSigned();
    const { size, root, origin } = checkpoint;
    if (last.size > 0 && !verifyConsistency(last.size, size, fromHex(last.root), root, proof)) {
      throw new LogKeyRefusal(
        `checkpoint ${size} does not continue signed checkpoint ${last.size}`,
      );
    }
    writeDurably(this.folder, MEMORY, JSON.stringify({ size, root: toHex(root) }));
    return signNote(checkpointText(checkpoint), this.signer(origin));
  }
}
