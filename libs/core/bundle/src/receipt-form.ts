import { fromBase64 } from '@core/kernel';
import { inclusionProof, leafHash, readEntry, readJsonRecord, tlogProof } from '@core/ledger';
import type { Bundle } from './bundle';
import { belongsTo } from './log-steps';

type Receipts = NonNullable<Bundle['receipts']>;
type Known = Pick<Receipts[number], 'record' | 'salt'>;

/** The record of an entry as far as it is known: disclosed, or clear. Undefined for an entry that cannot be read. */
function knownAt(bytes: Uint8Array, disclosed: Known | undefined): Known | null | undefined {
  const entry = readEntry(bytes);
  if (!entry.ok) return undefined;
  if (disclosed) return disclosed;
  return entry.value.kind === 'clear' ? { record: entry.value.record, salt: null } : null;
}

/** Whether a record is one of the tender's. */
function isOwn(bundle: Bundle, { record }: Known): boolean {
  const read = readJsonRecord(record);
  return read.ok && belongsTo(bundle.scope, read.value);
}

/**
 * The same bundle with receipts in the place of the log (tp1 §6): what belongs to the tender, each record with the proof
 * that the first cosigned checkpoint over it holds it. `isCosigned` says which notes count. Small, however large the
 * log; what it cannot show is told by the verifier. Null when an entry cannot be read or nothing covers it.
 */
export function inReceipts(bundle: Bundle, isCosigned: (note: string) => boolean): Bundle | null {
  const entries = bundle.entries.map(fromBase64).filter((entry) => entry !== null);
  if (entries.length !== bundle.entries.length) return null;
  const leaves = entries.map(leafHash);
  const disclosed = new Map(bundle.records.map((one) => [one.index, one]));
  const notes = bundle.checkpoints.filter(({ note }) => isCosigned(note));
  const receipts: Receipts[number][] = [];
  for (const [index, bytes] of entries.entries()) {
    const known = knownAt(bytes, disclosed.get(index));
    if (known === undefined) return null;
    if (known === null || !isOwn(bundle, known)) continue;
    const covering = notes.find(({ size }) => size > index);
    if (!covering) return null;
    const hashes = inclusionProof(leaves, index, covering.size);
    const { record, salt } = known;
    receipts.push({ record, salt, proof: tlogProof({ index, hashes, checkpoint: covering.note }) });
  }
  return { ...bundle, entries: [], records: [], receipts };
}
