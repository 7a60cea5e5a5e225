import { recoverSecret, type OpenShare } from '@core/escrow';
import { toHex } from '@core/kernel';
import { nonceCommitment } from './contributor';
import { valueRows, type SelectableRow } from './pool';
import { drawSeed, Selector, sequences, type Contribution, type Selection } from './selection';
import { DRAW_THRESHOLD } from './sources';
import {
  lockHash,
  specHash,
  type DrawDeposit,
  type DrawEvent,
  type DrawFinal,
  type DrawForced,
  type DrawLock,
  type DrawPool,
  type DrawResult,
  type DrawReveal,
  type DrawSpec,
} from './spec';

/** What a seed follows from. */
export interface SeedFacts {
  readonly spec: DrawSpec | null;
  readonly lock: DrawLock | null;
  readonly deposits: readonly DrawDeposit[];
  readonly reveals: readonly DrawReveal[];
  readonly forced: readonly DrawForced[];
  /** The randomness that came after the lock (drand, physical). */
  readonly final: DrawFinal | null;
}

/** Whether this is the nonce its party committed to at the lock. */
export function isNonceOf(course: SeedFacts, id: string, nonce: string): boolean {
  const { spec, lock } = course;
  const commit = lock?.inputs.find((input) => input.id === id)?.commit;
  return spec !== null && nonceCommitment(spec.drawId, specHash(spec), id, nonce) === commit;
}

/** The nonce of a party from the shares of it that were handed in, hexadecimal; null when they do not give it. */
export async function recoverySecret(
  course: SeedFacts,
  id: string,
  shares: readonly OpenShare[],
): Promise<string | null> {
  const dealt = course.deposits.find((deposit) => deposit.id === id)?.shares ?? [];
  const { secret, badHolders } = await recoverSecret({
    threshold: DRAW_THRESHOLD,
    dealt,
    ctx: { kind: 'draw', drawId: course.spec?.drawId ?? '', id },
    shares,
    isSecret: (bytes) => isNonceOf(course, id, toHex(bytes)),
  });
  return secret && badHolders.length === 0 ? toHex(secret) : null;
}

/** Rows of the pool: those a pool of values implies, or the private ones of a pool of rows. */
export function rowsOfPool(pool: DrawPool, rows: readonly SelectableRow[]): SelectableRow[] {
  return pool.kind === 'values' ? valueRows(pool.values) : [...rows];
}

async function escrowedNonces(course: SeedFacts, spec: DrawSpec): Promise<Contribution[] | null> {
  const contributions: Contribution[] = [];
  for (const { id } of spec.contributors) {
    const shares = course.forced.filter((one) => one.id === id).flatMap((one) => one.shares);
    const nonce =
      course.reveals.find((reveal) => reveal.id === id)?.nonce ??
      (shares.length > 0 ? await recoverySecret(course, id, shares) : null);
    if (nonce === null) return null;
    contributions.push({ id, nonce });
  }
  return contributions;
}

/** The seed, once every nonce and the last randomness are known; null before. */
export async function courseSeed(course: SeedFacts): Promise<string | null> {
  const { spec, lock } = course;
  if (!spec || !lock) return null;
  const isEscrow = spec.source.kind === 'escrow';
  if (!isEscrow && !course.final) return null;
  const contributions = isEscrow
    ? await escrowedNonces(course, spec)
    : lock.inputs.map(({ id, nonce = '' }) => ({ id, nonce }));
  if (!contributions) return null;
  return drawSeed({
    drawId: spec.drawId,
    specHash: specHash(spec),
    lockHash: lockHash(lock),
    contributions,
    final: course.final?.final ?? { kind: 'none' },
  });
}

/** The result, once everything random is known; null before. */
export async function drawResult(
  course: SeedFacts,
  rows: readonly SelectableRow[],
): Promise<DrawResult | null> {
  const { spec } = course;
  const seed = await courseSeed(course);
  if (!spec || seed === null) return null;
  const panel = selectorOf(spec, seed, rows).initial().panel;
  return { v: 1, drawId: spec.drawId, seed, panel };
}

/** The selector of a draw whose seed is known. */
export function selectorOf(spec: DrawSpec, seed: string, rows: readonly SelectableRow[]): Selector {
  const pool = rowsOfPool(spec.pool, rows);
  return new Selector(spec.rules, pool, sequences(seed, spec.rules, pool));
}

/** Who sits after these events, in the order the seats were filled. */
export function seatedAfter(selector: Selector, events: readonly DrawEvent[]): Selection {
  return events.reduce<Selection>(
    (selection, event) => selector.replace(selection, event.row)?.selection ?? selection,
    selector.initial(),
  );
}
