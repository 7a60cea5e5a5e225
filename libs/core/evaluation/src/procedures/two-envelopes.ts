import {
  accept,
  fenToYuan,
  readDecimal,
  refuse,
  type Fen,
  type Fraction,
  type Result,
} from '@core/kernel';
import { formulaOf } from '../formulas/index';
import { evaluateBy } from '../scoring/evaluate';
import type { MethodCase, MethodOutcome, MethodRefusal, ScoredBid } from '../scoring/method';

/** The first envelope of a bid as the panel judged it: a score, or a rejection with its ground. */
export type TechnicalResult =
  | { readonly bidId: string; readonly score: string }
  | { readonly bidId: string; readonly rejected: string };

/** The second envelope of a bid whose first was chosen: a price, or a price and a rejection with its ground. */
export interface PriceEnvelope {
  readonly bidId: string;
  readonly price: Fen;
  readonly rejected?: string;
}

/** What happens when equal scores stand on both sides of the cut: all of them are opened, or nothing is decided. */
export const CUTS = ['refuse', 'admit-all'] as const;
export type Cut = (typeof CUTS)[number];

/** A bid after the first envelope. */
export interface TechnicalRank {
  readonly bidId: string;
  readonly score: string | null;
  readonly rank: number | null;
  readonly outcome: 'chosen' | 'not_opened' | 'rejected';
  readonly ground: string | null;
}

interface Scored {
  readonly bidId: string;
  readonly score: string;
  readonly value: Fraction;
}

function readScores(results: readonly TechnicalResult[]): Result<readonly Scored[], MethodRefusal> {
  const scored: Scored[] = [];
  for (const one of results) {
    if ('rejected' in one) {
      if (one.rejected.trim() === '') return refuse('method.ground_missing', { bidId: one.bidId });
      continue;
    }
    const value = readDecimal(one.score);
    if (!value.ok || value.value.n < 0n) {
      return refuse('method.mark_outside', { bidId: one.bidId, points: one.score });
    }
    scored.push({ bidId: one.bidId, score: one.score, value: value.value });
  }
  return accept(
    scored.sort(
      (one, other) => other.value.compare(one.value) || (one.bidId < other.bidId ? -1 : 1),
    ),
  );
}

/**
 * The first step of two envelopes: the `open` highest technical scores are chosen, and only their price envelopes may
 * be opened. Equal scores on both sides of the cut are refused (`method.tie_at_cut`) or all chosen, as the documents state.
 */
export function chooseForOpening(
  results: readonly TechnicalResult[],
  open: number,
  cut: Cut,
): Result<readonly TechnicalRank[], MethodRefusal> {
  if (results.length === 0) return refuse('method.no_bids');
  if (!Number.isSafeInteger(open) || open < 1) {
    return refuse('method.parameter_outside', { key: 'open', value: open, allowed: '≥ 1' });
  }
  if (new Set(results.map((one) => one.bidId)).size !== results.length) {
    return refuse('method.duplicate_bid');
  }
  const scored = readScores(results);
  if (!scored.ok) return scored;
  if (scored.value.length === 0) return refuse('method.all_excluded');
  const last = scored.value[Math.min(open, scored.value.length) - 1];
  const next = scored.value[open];
  if (last && next && last.value.compare(next.value) === 0 && cut === 'refuse') {
    const tied = scored.value.filter((one) => one.value.compare(last.value) === 0);
    return refuse('method.tie_at_cut', { tied: tied.map((one) => one.bidId) });
  }
  const ranks = scored.value.map((one): TechnicalRank => ({
    bidId: one.bidId,
    score: one.score,
    rank: 1 + scored.value.filter((other) => other.value.compare(one.value) > 0).length,
    outcome: last && one.value.compare(last.value) >= 0 ? 'chosen' : 'not_opened',
    ground: null,
  }));
  const rejected = results.flatMap((one): TechnicalRank[] =>
    'rejected' in one
      ? [{ bidId: one.bidId, score: null, rank: null, outcome: 'rejected', ground: one.rejected }]
      : [],
  );
  return accept([...ranks, ...rejected.sort((one, other) => (one.bidId < other.bidId ? -1 : 1))]);
}

/** What the two-envelope procedure is asked; `bids` of the formula's case are the price envelopes. */
export interface TwoEnvelopeCase extends Omit<MethodCase, 'bids'> {
  readonly formula: string;
  readonly technical: readonly TechnicalResult[];
  readonly open: number;
  readonly cut: Cut;
  readonly prices: readonly PriceEnvelope[];
}

export interface TwoEnvelopeOutcome extends MethodOutcome {
  readonly technical: readonly TechnicalRank[];
}

function rejectedBid({ bidId, price, rejected }: PriceEnvelope): ScoredBid {
  return {
    bidId,
    priceYuan: fenToYuan(price),
    score: null,
    exact: null,
    rank: null,
    reasons: [{ code: 'rejected', params: { ground: rejected ?? '' } }],
  };
}

/**
 * Both steps: the choice by technical score, then a price formula over the opened envelopes that were not rejected.
 * Refuses a price for a bid that was not chosen (`method.not_opened`): its envelope MUST have stayed closed; and a chosen
 * bid without a price.
 */
export function evaluateTwoEnvelopes(
  asked: TwoEnvelopeCase,
): Result<TwoEnvelopeOutcome, MethodRefusal> {
  const formula = formulaOf(asked.formula);
  if (!formula) return refuse('method.unknown', { method: asked.formula });
  const technical = chooseForOpening(asked.technical, asked.open, asked.cut);
  if (!technical.ok) return technical;
  if (new Set(asked.prices.map((one) => one.bidId)).size !== asked.prices.length) {
    return refuse('method.duplicate_bid');
  }
  const chosen = technical.value.filter((one) => one.outcome === 'chosen').map((one) => one.bidId);
  const early = asked.prices.find((one) => !chosen.includes(one.bidId));
  if (early) return refuse('method.not_opened', { bidId: early.bidId });
  const missing = chosen.find((bidId) => !asked.prices.some((one) => one.bidId === bidId));
  if (missing !== undefined) return refuse('method.price_missing', { bidId: missing });
  const rejected = asked.prices.filter((one) => one.rejected !== undefined);
  const bare = rejected.find((one) => one.rejected?.trim() === '');
  if (bare) return refuse('method.ground_missing', { bidId: bare.bidId });
  const valid = asked.prices.filter((one) => one.rejected === undefined);
  if (valid.length === 0) return refuse('method.all_excluded');
  const outcome = evaluateBy(formula, {
    ...asked,
    bids: valid.map(({ bidId, price }) => ({ bidId, price })),
  });
  if (!outcome.ok) return outcome;
  return accept({
    ...outcome.value,
    method: 'two-envelopes',
    technical: technical.value,
    bids: [...outcome.value.bids, ...rejected.map(rejectedBid)],
  });
}
