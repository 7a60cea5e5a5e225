import { accept, refuse, ROUNDINGS, type Fraction, type Result, type Rounding } from '@core/kernel';
import type { MethodRefusal, Reason, ScoredBid, Settings } from './method';

/** A bid on its way to a rank. */
export interface Entrant {
  readonly bidId: string;
  /** Yuan. */
  readonly price: Fraction;
  /** The unrounded score; null: the lower price is better. */
  readonly exact: Fraction | null;
  readonly reasons: readonly Reason[];
}

/** An entrant whose score has been rounded for publication. */
export interface PublishedEntrant extends Entrant {
  readonly score: Fraction | null;
}

/** The rule of rounding the documents state. */
export function roundingOf(settings: Settings): Rounding {
  const stated = settings.choice('rounding');
  return ROUNDINGS.find((one) => one === stated) ?? 'half-up';
}

/** Rounds a score for publication. */
export function publishedScore(exact: Fraction | null, settings: Settings): Fraction | null {
  return exact?.round(Number(settings.number('scorePlaces').n), roundingOf(settings)) ?? null;
}

/** How a published score is written: a whole number bare (`"100"`), any other with all its places (`"97.70"`). */
export function scoreText(score: Fraction | null, settings: Settings): string | null {
  if (score === null) return null;
  return score.isWhole()
    ? score.toString()
    : score.toFixed(Number(settings.number('scorePlaces').n), 'half-up');
}

function better(one: PublishedEntrant, other: PublishedEntrant): number {
  return one.score && other.score ? other.score.compare(one.score) : one.price.compare(other.price);
}

type Breaker = (one: PublishedEntrant, other: PublishedEntrant) => number;

function breakerOf(
  rule: string,
  order: readonly string[] | undefined,
): { readonly compare: Breaker; readonly reason: Reason } | null {
  if (rule === 'lower-price') {
    return {
      compare: (one, other) => one.price.compare(other.price),
      reason: { code: 'tie_broken_by_price' },
    };
  }
  if (rule === 'draw' && order) {
    return {
      compare: (one, other) => order.indexOf(one.bidId) - order.indexOf(other.bidId),
      reason: { code: 'tie_broken_by_draw' },
    };
  }
  return null;
}

/** Neighbours that nothing tells apart, in groups. */
function groups(
  sorted: readonly PublishedEntrant[],
  compare: Breaker,
): readonly (readonly PublishedEntrant[])[] {
  const all: PublishedEntrant[][] = [];
  for (const one of sorted) {
    const last = all.at(-1);
    const head = last?.[0];
    if (last && head && compare(head, one) === 0) last.push(one);
    else all.push([one]);
  }
  return all;
}

function written(
  one: PublishedEntrant,
  rank: number,
  settings: Settings,
  more: Reason[],
): ScoredBid {
  return {
    bidId: one.bidId,
    priceYuan: one.price.toFixed(2, 'half-up'),
    score: scoreText(one.score, settings),
    exact: one.exact?.toString() ?? null,
    rank,
    reasons: [...one.reasons, ...more],
  };
}

/**
 * Ranks bids: higher published score first, or lower price where there are no scores. Equal bids share a rank and are
 * reported as a tie, unless the documents state a rule (`tieBreak`): the lower price, or the order a draw gave them.
 * Refuses an order that does not hold every tied bid exactly once.
 */
export function rankBids(
  entrants: readonly PublishedEntrant[],
  settings: Settings,
  tieOrder: readonly string[] | undefined,
): Result<Ranking, MethodRefusal> {
  const sorted = [...entrants].sort(
    (one, other) => better(one, other) || (one.bidId < other.bidId ? -1 : 1),
  );
  const level = groups(sorted, better);
  const tied = level.filter((group) => group.length > 1).flat();
  const rule = settings.choice('tieBreak');
  if (tieOrder !== undefined) {
    const fits =
      rule === 'draw' &&
      new Set(tieOrder).size === tieOrder.length &&
      tied.every((one) => tieOrder.includes(one.bidId)) &&
      tieOrder.every((bidId) => entrants.some((one) => one.bidId === bidId));
    if (!fits) return refuse('method.tie_order_wrong', { tied: tied.map((one) => one.bidId) });
  }
  const breaker = breakerOf(rule, tieOrder);
  const bids: ScoredBid[] = [];
  const ties: string[][] = [];
  for (const group of level) {
    const ordered = breaker ? [...group].sort(breaker.compare) : group;
    const parts = breaker ? groups(ordered, breaker.compare) : [ordered];
    for (const part of parts) {
      const rank = bids.length + 1;
      const ids = part.map((one) => one.bidId).sort();
      if (part.length > 1) ties.push(ids);
      const more: Reason[] = [];
      if (breaker && parts.length > 1) more.push(breaker.reason);
      if (part.length > 1) more.push({ code: 'tied', params: { with: ids.join(', ') } });
      for (const one of part) bids.push(written(one, rank, settings, more));
    }
  }
  return accept({ bids, ties });
}

/** Bids with their ranks, and the ties that remain. */
export interface Ranking {
  readonly bids: readonly ScoredBid[];
  readonly ties: readonly (readonly string[])[];
}
