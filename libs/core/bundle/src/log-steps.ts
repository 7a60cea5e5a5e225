import type { Gate } from '@core/draw';
import { equalBytes, fromBase64, fromHex, toHex } from '@core/kernel';
import {
  CompactRange,
  entryOf,
  isClearType,
  leafHash,
  logPolicy,
  readEntry,
  readJsonRecord,
  type LedgerRecord,
  type LoggedRecord,
  type LogPolicy,
  type VerifiedCheckpoint,
} from '@core/ledger';
import { BundleFault, type Bundle, type Findings } from './bundle';
import { checkCheckpoints, checkQuorum, checkScopes, type KnownLog } from './checkpoint-step';
import { verifyReceipts } from './receipt-step';

/** The log of a bundle after its first steps have held. */
export interface VerifiedLog {
  readonly policy: LogPolicy;
  readonly checkpoints: readonly VerifiedCheckpoint[];
  /** Records that are known, clear and disclosed, in log order. */
  readonly records: readonly LoggedRecord[];
  readonly size: number;
  readonly root: string;
  /** The first quorum-cosigned checkpoint that covers an entry (tp1 §2.4). */
  readonly gate: (index: number) => Gate | null;
}

function policyOf(bundle: Bundle, expected: LogPolicy | null, findings: Findings): LogPolicy {
  const { log, witnesses, quorum, demo } = bundle.policy;
  const own = logPolicy({ log, witnesses, quorum, demo: demo === true });
  if (!own.ok) throw new BundleFault('format', 'policy', own.refusal.params);
  if (quorum < 2 || quorum * 2 <= witnesses.length) {
    throw new BundleFault('format', 'quorum_too_small', { quorum, witnesses: witnesses.length });
  }
  if (!expected) {
    findings.warn('format', 'policy_of_the_bundle');
    return own.value;
  }
  const known = new Set(expected.witnesses.map((key) => key.text));
  if (
    expected.log.text !== own.value.log.text ||
    quorum < expected.quorum ||
    own.value.witnesses.some((key) => !known.has(key.text))
  ) {
    throw new BundleFault('format', 'other_policy');
  }
  return { ...expected, demo: expected.demo || own.value.demo };
}

interface Scanned {
  readonly entries: readonly Uint8Array[];
  readonly leaves: readonly Uint8Array[];
  readonly clear: readonly LoggedRecord[];
}

/** Entries and their leaves, by index. */
interface Known {
  readonly entries: Readonly<Record<number, Uint8Array>>;
  readonly leaves: Readonly<Record<number, Uint8Array>>;
}

/** Reads every entry and grows the tree over them; each checkpoint's root must be the one it passes through. */
function scanEntries(bundle: Bundle, checkpoints: readonly VerifiedCheckpoint[]): Scanned {
  const range = new CompactRange();
  const entries: Uint8Array[] = [];
  const leaves: Uint8Array[] = [];
  const clear: LoggedRecord[] = [];
  let next = 0;
  const compare = (): void => {
    for (; checkpoints[next]?.size === range.size; next++) {
      if (!equalBytes(range.root(), checkpoints[next]?.root ?? new Uint8Array(0))) {
        throw new BundleFault('entries', 'root', { size: range.size });
      }
    }
  };
  compare();
  for (const [index, text] of bundle.entries.entries()) {
    const bytes = fromBase64(text);
    const entry = bytes && readEntry(bytes);
    if (!bytes || !entry?.ok) throw new BundleFault('entries', 'entry', { index });
    const leaf = leafHash(bytes);
    entries.push(bytes);
    leaves.push(leaf);
    if (entry.value.kind === 'clear') {
      clear.push({ index, leaf: toHex(leaf), record: entry.value.record });
    }
    range.append(leaf);
    compare();
  }
  return { entries, leaves, clear };
}

/** A record beside a bundle, which must be the entry of its log at this index. */
export function readDisclosedRecord(
  bundle: Bundle,
  index: number,
  value: unknown,
  salt: string | null,
): LoggedRecord {
  const bytes = fromBase64(bundle.entries[index] ?? '');
  const entries = bytes ? { [index]: bytes } : {};
  return readDisclosed(index, value, salt, {
    entries,
    leaves: bytes ? { [index]: leafHash(bytes) } : {},
  });
}

function readDisclosed(
  index: number,
  value: unknown,
  salt: string | null,
  { entries, leaves }: Known,
): LoggedRecord {
  const record = readJsonRecord(value);
  if (!record.ok) throw new BundleFault('records', 'record', { index, ...record.refusal.params });
  if (isClearType(record.value.type) !== (salt === null)) {
    throw new BundleFault('records', 'salt', { index });
  }
  const entry = entryOf(record.value, salt === null ? null : fromHex(salt));
  const logged = entries[index];
  const leaf = leaves[index];
  if (!logged || !leaf || !equalBytes(entry, logged)) {
    throw new BundleFault('records', 'not_the_entry', { index, type: record.value.type });
  }
  return { index, leaf: toHex(leaf), record: record.value };
}

/** Whether a record belongs to the tender or to one of its bids. */
export function belongsTo(scope: string, record: LedgerRecord): boolean {
  return record.scope === scope || record.scope.startsWith(`${scope}/`);
}

/** The whole log: every entry, and the disclosed records among them. */
function verifyEntries(bundle: Bundle, policy: LogPolicy, findings: Findings): KnownLog {
  const checkpoints = checkCheckpoints(bundle, policy);
  if (checkpoints.at(-1)?.size !== bundle.entries.length) {
    throw new BundleFault('checkpoints', 'entries_uncovered');
  }
  const last = checkQuorum(checkpoints, policy, findings);
  const scanned = scanEntries(bundle, checkpoints);
  findings.done('entries', { entries: bundle.entries.length, clear: scanned.clear.length });
  checkScopes(bundle.scope, scanned.clear);
  const known = new Map(scanned.clear.map((logged) => [logged.index, logged]));
  const seen = new Set<number>();
  for (const { index, record, salt } of bundle.records) {
    if (seen.has(index)) throw new BundleFault('records', 'twice', { index });
    seen.add(index);
    known.set(index, readDisclosed(index, record, salt, scanned));
  }
  findings.done('records', { disclosed: bundle.records.length });
  return { checkpoints, known, last };
}

/** Steps one to four: policy, checkpoints, entries, disclosed records. Throws {@link BundleFault}. */
export function verifyLog(
  bundle: Bundle,
  expected: LogPolicy | null,
  findings: Findings,
): VerifiedLog {
  const policy = policyOf(bundle, expected, findings);
  findings.done('format', { keys: bundle.keys.length, witnesses: policy.witnesses.length });
  const { checkpoints, known, last } =
    bundle.receipts === undefined
      ? verifyEntries(bundle, policy, findings)
      : verifyReceipts(bundle, bundle.receipts, policy, findings);
  const records = [...known.values()]
    .filter((logged) => belongsTo(bundle.scope, logged.record))
    .sort((one, other) => one.index - other.index);
  return {
    policy,
    checkpoints,
    records,
    size: last.size,
    root: toHex(last.root),
    gate: (index) => {
      const first = checkpoints.find(
        (checkpoint) => checkpoint.size > index && checkpoint.quorumTime !== null,
      );
      return first ? { size: first.size, time: first.quorumTime ?? 0 } : null;
    },
  };
}
