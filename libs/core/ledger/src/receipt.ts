import {
  accept,
  fromBase64,
  fromHex,
  isHex,
  refuse,
  toBase64,
  toHex,
  type Refusal,
  type Result,
} from '@core/kernel';
import { verifyCheckpoint, type CheckpointRefusal, type LogPolicy } from './policy';
import {
  entryOf,
  isClearType,
  readJsonRecord,
  type LedgerRecord,
  type RecordRefusal,
} from './record';
import { leafHash, verifyInclusion } from './tree';

const HEADER = 'c2sp.org/tlog-proof@v1';

/** A tlog-proof taken apart. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
}

/** Writes a `c2sp.org/tlog-proof@v1` text. */
export function tlogProof(proof: TlogProof): string {
  const hashes = proof.hashes.map((hash) => `${toBase64(hash)}\n`).join('');
  return `${HEADER}\nindex ${proof.index}\n${hashes}\n${proof.checkpoint}`;
}

/** Reads a tlog-proof text. Returns null when it is malformed. */
export function parseTlogProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n');
  const [header, index = '', ...lines] = text.slice(0, split).split('\n');
  const number = Number(/^index (0|[1-9]\d{0,15})$/.exec(index)?.[1]);
  if (split < 0 || header !== HEADER || lines.length > 63) return null;
  if (!Number.isSafeInteger(number)) return null;
  const hashes = lines.map(fromBase64).filter((hash) => hash?.length === 32);
  if (hashes.length !== lines.length) return null;
  return {
    index: number,
    hashes: hashes.filter((hash) => hash !== null),
    checkpoint: text.slice(split + 2),
  };
}

/** What somebody takes home: the record, its salt, and the proof that the log holds it (tp1 §2.4). */
export interface Receipt {
  readonly record: LedgerRecord;
  readonly salt: string | null;
  readonly proof: string;
}

/** What a verified receipt shows. */
export interface ReceiptReport {
  readonly index: number;
  readonly size: number;
  readonly leafHash: string;
  /** When the quorum had cosigned (seconds since 1970); null while it has not. */
  readonly quorumTime: number | null;
  readonly witnesses: number;
}

/** Why a receipt proves nothing. */
export type ReceiptRefusal =
  | RecordRefusal
  | CheckpointRefusal
  | Refusal<'ledger.salt' | 'ledger.proof_malformed' | 'ledger.not_included'>;

/**
 * Checks a receipt against a policy, offline; it may come out of any JSON file. Whether the quorum is there is told
 * in the report.
 */
export function verifyReceipt(
  receipt: Receipt,
  policy: LogPolicy,
): Result<ReceiptReport, ReceiptRefusal> {
  const record = readJsonRecord(receipt.record);
  if (!record.ok) return record;
  const saltFits = isClearType(record.value.type) ? receipt.salt === null : isHex(receipt.salt, 32);
  if (!saltFits) return refuse('ledger.salt');
  const text: unknown = receipt.proof;
  const proof = typeof text === 'string' ? parseTlogProof(text) : null;
  if (!proof) return refuse('ledger.proof_malformed');
  const checkpoint = verifyCheckpoint(proof.checkpoint, policy);
  if (!checkpoint.ok) return checkpoint;
  const { size, root, quorumTime, times } = checkpoint.value;
  const salt = receipt.salt === null ? null : fromHex(receipt.salt);
  const leaf = leafHash(entryOf(record.value, salt));
  if (!verifyInclusion(leaf, proof.index, size, proof.hashes, root)) {
    return refuse('ledger.not_included');
  }
  return accept({
    index: proof.index,
    size,
    leafHash: toHex(leaf),
    quorumTime,
    witnesses: times.length,
  });
}
