import {
  canonicalBytes,
  canonicalObject,
  concatBytes,
  digest,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
  utf8,
} from '@core/kernel';
import {
  addSignatures,
  checkpointText,
  cosign,
  cosignedAt,
  COSIGNATURE,
  leafHash,
  LOG_SIGNATURE,
  NO_PREVIOUS,
  noteSigner,
  parseNote,
  readEntry,
  recordHash,
  signNote,
  treeRoot,
  type LedgerRecord,
  type NoteSigner,
} from '@core/ledger';
import bundle from './tp1/bundle.json';
import tlog from './tp1/tlog.json';

/** An entry of the vector's log, taken apart so that a lying operator can change it. */
export interface Line {
  /** Null for an entry that is not disclosed. */
  readonly record: LedgerRecord | null;
  readonly salt: string | null;
  readonly opaque: string;
}

/** Seeds of the vectors are SHA-256("tp1-test/" + label). */
export function testSeed(label: string): Uint8Array {
  return digest(utf8(`tp1-test/${label}`));
}

export const LOG = noteSigner(
  bundle.policy.log.split('+')[0]!,
  LOG_SIGNATURE,
  fromHex(tlog.testSeeds.log),
);
export const WITNESSES = tlog.testSeeds.witnesses.map(({ name, seed }) =>
  noteSigner(name, COSIGNATURE, fromHex(seed)),
);

/** The vector's log as lines. */
export function lines(): Line[] {
  return bundle.entries.map((text, index): Line => {
    const disclosed = bundle.records.find((record) => record.index === index);
    if (disclosed) {
      const record = disclosed.record as unknown as LedgerRecord;
      return { record, salt: disclosed.salt, opaque: text };
    }
    const entry = readEntry(fromBase64(text)!);
    const record = entry.ok && entry.value.kind === 'clear' ? entry.value.record : null;
    return { record, salt: null, opaque: text };
  });
}

/** Cosignature times of the vector's checkpoints, by size. */
function timesAt(size: number): number[] {
  const checkpoint = bundle.checkpoints.find((candidate) => candidate.size === size);
  const note = checkpoint && parseNote(checkpoint.note);
  return WITNESSES.map((witness) => (note ? (cosignedAt(note, witness.key) ?? 0) : 0));
}

export interface Lie {
  /** Sizes at which checkpoints are cut; those of the vector unless said otherwise. */
  readonly sizes?: readonly number[];
  /** Cosignature times by size; fewer than there are witnesses: the others did not sign. */
  readonly times?: (size: number) => readonly number[];
  /** How many witnesses sign. */
  readonly witnesses?: number;
  /** Whose key signs as the log's. */
  readonly log?: NoteSigner;
  /** Changes a record after it was given its place. */
  readonly forge?: (record: LedgerRecord) => LedgerRecord;
  /** What else is changed in the bundle. */
  readonly rest?: Readonly<Record<string, unknown>>;
}

const LEAF_PREFIX = utf8('tp1/leaf\n');

/** An entry as tp1 §2.3 makes it, whether or not the type may be written so. */
function entryFor(record: LedgerRecord, salt: string | null): Uint8Array {
  if (salt === null) return canonicalBytes(record);
  return digest(concatBytes(LEAF_PREFIX, fromHex(salt), recordHash(record)));
}

/**
 * Writes a log again so that it is consistent in itself: chains renumbered, entries hashed, checkpoints signed by
 * the log and cosigned by the witnesses. What remains wrong is only what was said.
 */
export function rewrite(changed: readonly Line[], lie: Lie = {}): Record<string, unknown> {
  const heads = new Map<string, { n: number; leaf: string }>();
  const moved = new Map<string, string>();
  const entries: Uint8Array[] = [];
  const records: { index: number; record: LedgerRecord; salt: string | null }[] = [];
  for (const [index, line] of changed.entries()) {
    const { record, salt } = line;
    if (!record) {
      entries.push(fromBase64(line.opaque)!);
      continue;
    }
    const head = heads.get(record.scope) ?? { n: -1, leaf: NO_PREVIOUS };
    const text = JSON.stringify(record.body).replace(
      /[0-9a-f]{64}/g,
      (hash) => moved.get(hash) ?? hash,
    );
    const body = { ...(JSON.parse(text) as object) } as Record<string, unknown>;
    const n = head.n + 1;
    if (record.type === 'tender.closed') body.n = n;
    const placed = { ...record, n, prev: head.leaf, body: canonicalObject(body) };
    const again = lie.forge?.(placed) ?? placed;
    const entry = entryFor(again, salt);
    const leaf = toHex(leafHash(entry));
    moved.set(toHex(leafHash(fromBase64(line.opaque)!)), leaf);
    heads.set(record.scope, { n, leaf });
    entries.push(entry);
    if (salt !== null) records.push({ index, record: again, salt });
  }
  const leaves = entries.map(leafHash);
  const sizes = lie.sizes ?? bundle.checkpoints.map(({ size }) => Math.min(size, entries.length));
  const all = [...new Set([...sizes.filter((size) => size <= entries.length), entries.length])];
  const checkpoints = all.map((size) => {
    const root = treeRoot(leaves.slice(0, size));
    const text = checkpointText({ origin: LOG.key.name, size, root });
    const known = timesAt(size);
    const times = lie.times?.(size) ?? (known[0] === 0 ? timesAt(32) : known);
    const cosignatures = WITNESSES.slice(0, lie.witnesses ?? times.length).map((witness, at) =>
      cosign(text, times[at] ?? 0, witness),
    );
    return { size, note: addSignatures(signNote(text, lie.log ?? LOG), cosignatures) };
  });
  return {
    ...structuredClone(bundle),
    entries: entries.map(toBase64),
    records,
    checkpoints,
    ...lie.rest,
  };
}

/** Changes the body of the records that `which` picks. */
export function say(
  which: (record: LedgerRecord) => boolean,
  what: (body: Record<string, unknown>) => object,
): Line[] {
  return lines().map((line) =>
    line.record && which(line.record)
      ? {
          ...line,
          record: { ...line.record, body: canonicalObject(what({ ...line.record.body })) },
        }
      : line,
  );
}
