import { equalBytes, fromHex, toHex } from '@core/kernel';
import {
  entryOf,
  isClearType,
  leafHash,
  parseTlogProof,
  readJsonRecord,
  verifyCheckpoint,
  verifyInclusion,
  type LoggedRecord,
  type LogPolicy,
  type VerifiedCheckpoint,
} from '@core/ledger';
import { BundleFault, type Bundle, type Findings } from './bundle';
import { checkCheckpoints, checkQuorum, checkScopes, type KnownLog } from './checkpoint-step';

/** Checkpoints by size; two of one size with two roots are a forked log. */
function merged(all: readonly VerifiedCheckpoint[]): VerifiedCheckpoint[] {
  const bySize = new Map<number, VerifiedCheckpoint>();
  for (const one of all) {
    const other = bySize.get(one.size);
    if (other && !equalBytes(other.root, one.root)) {
      throw new BundleFault('entries', 'root', { size: one.size });
    }
    if (other?.quorumTime == null) bySize.set(one.size, one);
  }
  return [...bySize.values()].sort((one, other) => one.size - other.size);
}

/**
 * Receipts in the place of the log: each record is proven to be in it, but nobody can see what else is. A second draw
 * in another place of the log stays unseen; the report says so.
 */
export function verifyReceipts(
  bundle: Bundle,
  receipts: NonNullable<Bundle['receipts']>,
  policy: LogPolicy,
  findings: Findings,
): KnownLog {
  if (bundle.entries.length > 0 || bundle.records.length > 0) {
    throw new BundleFault('format', 'entries_and_receipts');
  }
  const verified = new Map<string, VerifiedCheckpoint>();
  const known = new Map<number, LoggedRecord>();
  for (const [at, receipt] of receipts.entries()) {
    const { index, leaf, record, note } = readReceipt(at, receipt, policy, verified);
    if (known.has(index)) throw new BundleFault('records', 'twice', { index });
    known.set(index, { index, leaf, record });
    if (verified.get(note)?.quorumTime == null) {
      throw new BundleFault('records', 'receipt_without_quorum', { index });
    }
  }
  const checkpoints = merged([...checkCheckpoints(bundle, policy), ...verified.values()]);
  const last = checkQuorum(checkpoints, policy, findings);
  const clear = [...known.values()].filter(({ record }) => isClearType(record.type));
  findings.warn('entries', 'not_scanned', { size: last.size, known: known.size });
  findings.done('entries', { entries: 0, clear: clear.length });
  checkScopes(bundle.scope, clear);
  findings.done('records', { disclosed: known.size });
  return { checkpoints, known, last };
}

/** One receipt: the record as it says, and the proof that a checkpoint of the log covers it. */
function readReceipt(
  at: number,
  { record: value, salt, proof: text }: NonNullable<Bundle['receipts']>[number],
  policy: LogPolicy,
  verified: Map<string, VerifiedCheckpoint>,
): LoggedRecord & { readonly note: string } {
  const record = readJsonRecord(value);
  if (!record.ok) throw new BundleFault('records', 'record', { at, ...record.refusal.params });
  if (isClearType(record.value.type) !== (salt === null)) {
    throw new BundleFault('records', 'salt', { at });
  }
  const proof = parseTlogProof(text);
  if (!proof) throw new BundleFault('records', 'receipt', { at });
  const note = proof.checkpoint;
  const checkpoint = verified.get(note) ?? checkedNote(note, policy, at);
  verified.set(note, checkpoint);
  const leaf = leafHash(entryOf(record.value, salt === null ? null : fromHex(salt)));
  const { size, root } = checkpoint;
  if (!verifyInclusion(leaf, proof.index, size, proof.hashes, root)) {
    throw new BundleFault('records', 'not_the_entry', { at, type: record.value.type });
  }
  return { index: proof.index, leaf: toHex(leaf), record: record.value, note };
}

function checkedNote(note: string, policy: LogPolicy, at: number): VerifiedCheckpoint {
  const checkpoint = verifyCheckpoint(note, policy);
  if (!checkpoint.ok) throw new BundleFault('records', checkpoint.refusal.code, { at });
  return checkpoint.value;
}
