import {
  accept,
  canonicalBytes,
  refuse,
  taggedHashHex,
  toHex,
  type Refusal,
  type Result,
} from '@core/kernel';
import { leafHash, treeRoot } from '@core/ledger';
import type { DrawnPerson, DrawPool, DrawRules, PoolRow } from './spec';
import { VALUES_STRATUM } from './spec';

/** What selection needs to know of a row. */
export type SelectableRow = Pick<PoolRow, 'i' | 'strata' | 'tags'>;

/** One eligible person or firm before the pool is built. */
export interface PoolCandidate {
  readonly idSalt: string;
  /** Name, digest of the id number, employer: whatever identifies; hashed with `idSalt`. */
  readonly who: unknown;
  /** 32 random bytes, hexadecimal. */
  readonly salt: string;
  readonly strata: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The commitment to an identity: `H("tp1/draw/identity", {salt, who})`. */
export function identityCommitment(idSalt: string, who: unknown): string {
  return taggedHashHex('tp1/draw/identity', { salt: idSalt, who });
}

/**
 * Builds the rows of a pool: sorted by identity commitment, so that neither index nor order is anybody's choice
 * (tp1 §3.2). Who is excluded MUST be left out before.
 */
export function poolRows(candidates: readonly PoolCandidate[]): PoolRow[] {
  return candidates
    .map(({ idSalt, who, salt, strata, tags }) => ({
      idc: identityCommitment(idSalt, who),
      salt,
      strata,
      tags,
    }))
    .sort((one, other) => (one.idc < other.idc ? -1 : 1))
    .map((row, i) => ({ i, ...row }));
}

/** RFC 6962 root over the rows. */
export function poolRoot(rows: readonly PoolRow[]): string {
  return toHex(treeRoot(rows.map((row) => leafHash(canonicalBytes(row)))));
}

/** How many rows each stratum has, by id ascending. */
export function strataSizes(rows: readonly PoolRow[]): { id: string; size: number }[] {
  const ids = [...new Set(rows.flatMap((row) => row.strata))].sort();
  return ids.map((id) => ({ id, size: rows.filter((row) => row.strata.includes(id)).length }));
}

/** The public commitment to a pool of rows, for the spec. */
export function rowsPool(rows: readonly PoolRow[]): DrawPool {
  return {
    kind: 'rows',
    root: poolRoot(rows),
    size: rows.length,
    strataSizes: strataSizes(rows),
  };
}

/** The rows a pool of values implies. */
export function valueRows(values: readonly string[]): SelectableRow[] {
  return values.map((_, i) => ({ i, strata: [VALUES_STRATUM], tags: {} }));
}

/** Why disclosed rows are not those the spec committed to. */
export type TableRefusal = Refusal<'draw.table_mismatch' | 'draw.name_mismatch'>;

/** Checks disclosed rows against the pool of the spec: order, size, strata, tags, root. */
export function checkRows(
  rows: readonly PoolRow[],
  pool: Extract<DrawPool, { kind: 'rows' }>,
  rules: DrawRules,
): Result<true, TableRefusal> {
  const bad = (reason: string): Result<never, TableRefusal> =>
    refuse('draw.table_mismatch', { reason });
  if (rows.length !== pool.size) return bad('size');
  for (const [at, row] of rows.entries()) {
    if (row.i !== at) return bad(`row ${at}: index`);
    if (at > 0 && row.idc <= (rows[at - 1]?.idc ?? '')) return bad(`row ${at}: order`);
    if (new Set(row.strata).size !== row.strata.length) return bad(`row ${at}: strata`);
    if (rules.caps.some((cap) => row.tags[cap.tag] === undefined)) return bad(`row ${at}: tags`);
  }
  const sizes = new Map(strataSizes(rows).map(({ id, size }) => [id, size]));
  for (const { id, size } of pool.strataSizes) {
    if ((sizes.get(id) ?? 0) !== size) return bad(`stratum ${id}`);
  }
  return poolRoot(rows) === pool.root ? accept(true) : bad('root');
}

/** Checks disclosed names against their rows. */
export function checkPeople(
  people: readonly DrawnPerson[],
  rows: readonly PoolRow[],
): Result<true, TableRefusal> {
  const wrong = people.find(
    ({ row, idSalt, who }) => rows[row]?.idc !== identityCommitment(idSalt, who),
  );
  return wrong ? refuse('draw.name_mismatch', { row: wrong.row }) : accept(true);
}
