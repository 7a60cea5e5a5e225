import {
  accept,
  canonicalBytes,
  concatBytes,
  digest,
  isCanonical,
  isHex,
  isObject,
  parseCanonical,
  parseProtocolTime,
  refuse,
  taggedHash,
  utf8,
  type CanonicalObject,
  type Refusal,
  type Result,
} from '@core/kernel';

/** One fact of the log (tp1 §2.2). */
export interface LedgerRecord {
  readonly v: 1;
  readonly type: string;
  readonly scope: string;
  readonly n: number;
  readonly prev: string;
  readonly at: string;
  readonly actor: string;
  readonly body: CanonicalObject;
}

/** `prev` of the first record of a scope. */
export const NO_PREVIOUS = '0'.repeat(64);

/** The types that are written in clear, and only these (tp1 §2.3). */
export const CLEAR_TYPES = [
  'draw.spec',
  'draw.lock',
  'draw.deposit',
  'draw.reveal',
  'draw.forced',
  'draw.final',
  'draw.result',
  'draw.event',
  'draw.void',
  'base_price.sealed',
  'base_price.opened',
  'bids.closed',
  'tender.closed',
] as const;

/** A type whose records are public from the first moment; such a record MUST NOT hold personal data. */
export type ClearType = (typeof CLEAR_TYPES)[number];

/** Whether records of this type are clear entries. */
export function isClearType(type: string): type is ClearType {
  return CLEAR_TYPES.some((clear) => clear === type);
}

/** Why something is not a record or an entry. */
export type RecordRefusal = Refusal<'ledger.record_invalid'>;

type Check = (value: unknown) => boolean;

const matches =
  (form: RegExp): Check =>
  (value) =>
    typeof value === 'string' && form.test(value);

const CHECKS: Readonly<Record<keyof LedgerRecord, Check>> = {
  actor: (value) => isHex(value, 8),
  at: (value) => typeof value === 'string' && parseProtocolTime(value) !== null,
  body: isObject,
  n: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  prev: (value) => isHex(value, 32),
  scope: matches(/^[\x21-\x7e]{1,200}$/),
  type: matches(/^[a-z0-9._-]{1,64}$/),
  v: (value) => value === 1,
};
const LEAF_PREFIX = utf8('tp1/leaf\n');

/** Largest entry a log accepts: tiles carry a 16-bit length (tp1 §2.4). */
export const MAX_ENTRY_BYTES = 65_535;

/** Reads a record from an already parsed canonical value: exactly the eight members, each in its form. */
export function readRecord(value: unknown): Result<LedgerRecord, RecordRefusal> {
  if (!isObject(value)) return refuse('ledger.record_invalid', { reason: 'not an object' });
  const members = Object.keys(value).sort().join();
  const wrong = Object.entries(CHECKS).find(([name, check]) => !check(value[name]));
  if (wrong || members !== Object.keys(CHECKS).join()) {
    return refuse('ledger.record_invalid', { reason: wrong?.[0] ?? 'members' });
  }
  const record = value as unknown as LedgerRecord;
  return (record.n === 0) === (record.prev === NO_PREVIOUS)
    ? accept(record)
    : refuse('ledger.record_invalid', { reason: 'prev' });
}

/** Reads a record out of ordinary JSON, such as a receipt or a bundle: it must have a canonical form besides. */
export function readJsonRecord(value: unknown): Result<LedgerRecord, RecordRefusal> {
  return isCanonical(value)
    ? readRecord(value)
    : refuse('ledger.record_invalid', { reason: 'not canonical' });
}

/** Hash of a record: `H("tp1/record", record)`. */
export function recordHash(record: LedgerRecord): Uint8Array {
  return taggedHash('tp1/record', record);
}

/**
 * The bytes that go into the tree (tp1 §2.3): a clear record itself, or the 32-byte commitment to a sealed one.
 * `salt` MUST be 32 random bytes for a sealed type and null for a clear one.
 */
export function entryOf(record: LedgerRecord, salt: Uint8Array | null): Uint8Array {
  if (isClearType(record.type) !== (salt === null)) {
    throw new RangeError(`${record.type}: clear records have no salt, sealed ones have one`);
  }
  if (salt === null) return canonicalBytes(record);
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  return digest(concatBytes(LEAF_PREFIX, salt, recordHash(record)));
}

/** What an entry says on its face: a clear record, or nothing (sealed). */
export type Entry =
  { readonly kind: 'sealed' } | { readonly kind: 'clear'; readonly record: LedgerRecord };

/** Reads an entry: 32 bytes are sealed, anything longer MUST be a clear record of a clear type. */
export function readEntry(entry: Uint8Array): Result<Entry, RecordRefusal> {
  if (entry.length === 32) return accept({ kind: 'sealed' });
  if (entry.length < 32 || entry.length > MAX_ENTRY_BYTES) {
    return refuse('ledger.record_invalid', { reason: 'length' });
  }
  const parsed = parseCanonical(entry);
  if (!parsed.ok) return refuse('ledger.record_invalid', { reason: 'not canonical' });
  const record = readRecord(parsed.value);
  if (!record.ok) return record;
  return isClearType(record.value.type)
    ? accept({ kind: 'clear', record: record.value })
    : refuse('ledger.record_invalid', { reason: 'a sealed type written in clear' });
}

/** A record with its place in the log. */
export interface LoggedRecord {
  readonly index: number;
  /** Leaf hash, hexadecimal. */
  readonly leaf: string;
  readonly record: LedgerRecord;
}

/** The scope of everything one bidder receives before the opening: its own, so that `n` tells nothing. */
export function bidScope(tender: string, bid: string): string {
  return `${tender}/bid/${bid}`;
}
