import { canonicalObject, toBase64 } from '@core/kernel';
import { isClearType, type LedgerRecord } from '@core/ledger';
import { lines, testSeed, type Lie, type Line } from '../lying-operator';

/** Picks records by type and by members of their bodies. */
export const is =
  (type: string, part: Readonly<Record<string, unknown>> = {}) =>
  (record: LedgerRecord): boolean =>
    record.type === type &&
    Object.entries(part).every(([name, value]) => record.body[name] === value);

/** The log without these records. */
export function without(which: (record: LedgerRecord) => boolean): Line[] {
  return lines().filter((line) => !line.record || !which(line.record));
}

/** The log with these records moved before the first of those. */
export function moved(
  which: (record: LedgerRecord) => boolean,
  before: (record: LedgerRecord) => boolean,
): Line[] {
  const all = lines();
  const chosen = all.filter((line) => line.record && which(line.record));
  const rest = all.filter((line) => !chosen.includes(line));
  const at = rest.findIndex((line) => line.record && before(line.record));
  return [...rest.slice(0, at), ...chosen, ...rest.slice(at)];
}

/** The log with these records twice. */
export function repeated(which: (record: LedgerRecord) => boolean): Line[] {
  return lines().flatMap((line) => (line.record && which(line.record) ? [line, line] : [line]));
}

/** The log with a line put in before the first of these records. */
export function insert(before: (record: LedgerRecord) => boolean, line: Line): Line[] {
  const all = lines();
  const at = all.findIndex((one) => one.record && before(one.record));
  return [...all.slice(0, at), line, ...all.slice(at)];
}

/** A record that never was. */
export function record(
  type: string,
  body: object,
  at = '2023-08-23T16:00:00Z',
  scope = 'T2026-0001',
): Line {
  const empty = { v: 1, n: 0, prev: '', actor: 'cb5854e66c02dfb4' } as const;
  return {
    record: { ...empty, type, scope, at, body: canonicalObject(body) },
    salt: isClearType(type) ? null : '11'.repeat(32),
    opaque: toBase64(testSeed('opaque')),
  };
}

/** Every size is a checkpoint, so that order alone is judged. */
export const everySize: Lie = {
  sizes: Array.from({ length: 40 }, (_, at) => at + 1),
  times: (size) => [0, 1, 2].map((at) => (size <= 9 ? 1_692_806_300 : 1_692_806_700) + at),
};
