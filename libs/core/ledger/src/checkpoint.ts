import {
  fromBase64,
  toBase64,
  utf8,
  verifyBytes,
  type BytesVerifier,
  signBytes,
  concatBytes,
  bigEndian64,
  fromBigEndian64,
} from '@core/kernel';
import {
  COSIGNATURE,
  isKeyName,
  signatureLine,
  signaturesOf,
  type NoteSigner,
  type SignedNote,
  type VerifierKey,
} from './note';

/** What a checkpoint says: of which log, how many entries, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that log and witnesses sign: three lines, no extensions (tp1 §2.4). */
export function checkpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** Reads a checkpoint text. Returns null unless it is exactly in the form {@link checkpointText} writes. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  if (rest.length !== 1 || rest[0] !== '' || !isKeyName(origin)) return null;
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  const hash = fromBase64(root);
  return hash?.length === 32 ? { origin, size: Number(size), root: hash } : null;
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/** A witness's signature line over a checkpoint text at `time`, seconds since 1970 (C2SP cosignature/v1). */
export function cosign(text: string, time: number, signer: NoteSigner): string {
  if (signer.key.type !== COSIGNATURE) throw new RangeError('not a cosigning key');
  const signature = signBytes(signer.seed, cosignedMessage(text, time));
  return signatureLine(signer.key, concatBytes(bigEndian64(time), signature));
}

/** When this witness cosigned the note (seconds since 1970), or null if it did not, or not validly. */
export function cosignedAt(
  note: SignedNote,
  key: VerifierKey,
  verify: BytesVerifier = verifyBytes,
): number | null {
  if (key.type !== COSIGNATURE) return null;
  for (const { body } of signaturesOf(note, key)) {
    const time = body.length === 72 ? fromBigEndian64(body.slice(0, 8)) : null;
    if (time === null) continue;
    if (verify(key.publicKey, cosignedMessage(note.text, time), body.slice(8))) return time;
  }
  return null;
}
