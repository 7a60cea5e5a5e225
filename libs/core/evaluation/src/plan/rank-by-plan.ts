import { accept, fen, refuse, type Fen, type Result } from '@core/kernel';
import { formulaOf } from '../formulas/index';
import {
  rankResponsive,
  reviewPreliminarily,
  type Assessment,
  type EvaluatedBid,
  type EvaluationRefusal,
  type Review,
} from '../lowest-price';
import { scoreComprehensively, type Mark, type OutlierNotice } from '../procedures/comprehensive';
import { evaluateBy } from '../scoring/evaluate';
import type { MethodCase, MethodOutcome, MethodRefusal, ScoredBid } from '../scoring/method';
import { LOWEST_PRICE_PLAN, type EvaluationPlan } from './plan';
import type { DrawnValues } from './combinations';
import { bidOrdersOf, type BidOrder, type DrawnOrders } from './bid-orders';

/** How a bid's place came about. */
export interface ComputedBid extends ScoredBid {
  /** Comprehensive scoring: the price formula's score of 100, unrounded, and the mean of the points per item. */
  readonly priceScore: string | null;
  readonly items: readonly { readonly itemId: string; readonly mean: string }[];
}

/** How the ranks of a lot came about: everything a reader needs to follow with pencil and paper. */
export interface Computation {
  readonly method: string;
  readonly benchmarkYuan: string | null;
  readonly steps: MethodOutcome['steps'];
  /** Every parameter used, stated, drawn or by default. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly bids: readonly ComputedBid[];
  /** Marks far from the others': shown, never acted upon. Judges as in the marks. */
  readonly notices: readonly OutlierNotice[];
}

/** The ranks of valid bids, with how they came about; null by lowest price, where the prices say it all. */
export interface RankedByPlan {
  readonly ranked: readonly Assessment[];
  readonly computation: Computation | null;
}

export type PlanRankRefusal = EvaluationRefusal | MethodRefusal;

/** What is ranked: the valid bids of a lot, and what hall and panel added to the published plan. */
export interface PlanCase {
  readonly plan: EvaluationPlan;
  readonly ceiling: Fen | null;
  readonly bids: readonly EvaluatedBid[];
  /** The coefficients the hall drew. */
  readonly drawn: DrawnValues;
  /** The orders of all opened bids the hall drew: bids that are not ranked here are skipped in them. */
  readonly orders: DrawnOrders;
  /** Who marks, and the marks; none but in comprehensive scoring. */
  readonly judges: readonly string[];
  readonly marks: readonly Mark[];
  /** How many places no tie may leave open: those of the candidates. */
  readonly places: number;
}

/** The orders the plan needs, without the bids that take no part: those rejected, of another lot, above the ceiling. */
function ordersFor({
  plan,
  bids,
  ceiling,
  orders,
}: PlanCase): Pick<MethodCase, 'sampleOrder' | 'tieOrder'> {
  const standing = new Set(
    bids.flatMap(({ bidId, price }) => (ceiling !== null && price > ceiling ? [] : [bidId])),
  );
  const needed = bidOrdersOf(plan);
  const own = (kind: BidOrder): readonly string[] | undefined =>
    needed.includes(kind) ? orders[kind]?.filter((bidId) => standing.has(bidId)) : undefined;
  const [sampleOrder, tieOrder] = [own('sample'), own('tie')];
  return {
    ...(sampleOrder === undefined ? {} : { sampleOrder }),
    ...(tieOrder === undefined ? {} : { tieOrder }),
  };
}

function scored(
  asked: PlanCase,
): Result<Computation & { ties: MethodOutcome['ties'] }, MethodRefusal> {
  const { plan, bids, ceiling, drawn, judges, marks } = asked;
  const { formula: id, parameters, priceWeight, items } = plan;
  const formula = formulaOf(id ?? '');
  if (!formula) return refuse('method.unknown', { method: id ?? '' });
  const prices = { bids, ceiling, parameters, drawn, ...ordersFor(asked) };
  if (plan.kind === 'formula') {
    const outcome = evaluateBy(formula, prices);
    if (!outcome.ok) return outcome;
    const plain = outcome.value.bids.map((one) => ({ ...one, priceScore: null, items: [] }));
    return accept({ ...outcome.value, bids: plain, notices: [] });
  }
  return scoreComprehensively({
    ...prices,
    formula: formula.id,
    priceWeight: priceWeight ?? '0',
    items: items.map((one) => ({ itemId: one.id, weight: one.points })),
    judges,
    marks,
  });
}

/**
 * Ranks the valid bids of a lot by its published plan. Pure: the same answer in the evaluation room, in the report and at
 * whoever recounts it. A tie within the first `places` ranks that the plan does not break is refused (`evaluation.tie`).
 * Nobody is ranked where there are no bids.
 */
export function rankByPlan(asked: PlanCase): Result<RankedByPlan, PlanRankRefusal> {
  const { plan, bids } = asked;
  if (plan.kind === 'lowest-price' || bids.length === 0) {
    const ranked = rankResponsive(bids, asked.places);
    return ranked.ok ? accept({ ranked: ranked.value, computation: null }) : ranked;
  }
  const outcome = scored(asked);
  if (!outcome.ok) return outcome;
  const { ties, ...computation } = outcome.value;
  const priceOf = new Map(bids.map(({ bidId, price }) => [bidId, price]));
  const places = computation.bids.filter(({ rank }) => rank !== null);
  const decisive = places.find(
    ({ bidId, rank }) => (rank ?? 0) <= asked.places && ties.some((tie) => tie.includes(bidId)),
  );
  if (decisive) return refuse('evaluation.tie', { price: priceOf.get(decisive.bidId) ?? 0 });
  const ranked = places.map(({ bidId, score }, index): Assessment => ({
    bidId,
    outcome: 'ranked',
    rank: index + 1,
    price: priceOf.get(bidId) ?? fen(0),
    ...(score === null ? {} : { score }),
  }));
  return accept({ ranked, computation });
}

/** A lot with all its opened bids, to be judged by its plan. */
export interface LotToAssess {
  readonly lot: number;
  readonly ceiling: Fen | null;
  readonly bids: readonly EvaluatedBid[];
}

/** What became of the bids of a lot, and how. */
export interface AssessedLot {
  readonly lot: number;
  readonly assessments: readonly Assessment[];
  /** How many bids were valid: ranked. */
  readonly valid: number;
  readonly computation: Computation | null;
}

/** What the panel has put in: reviews and marks of all members; and what the hall drew. */
export interface PanelWork {
  readonly plan: EvaluationPlan | null;
  readonly reviews: readonly Review[];
  readonly experts: readonly string[];
  readonly marks: readonly Mark[];
  readonly drawn: DrawnValues;
  readonly orders: DrawnOrders;
  /** How many candidates there are at most. */
  readonly places: number;
}

/** Judges the bids of a lot: the preliminary review, then the ranks of the valid ones by the plan. */
export function assessLot(
  { lot, ceiling, bids }: LotToAssess,
  { plan, reviews, experts, marks, drawn, orders, places }: PanelWork,
): Result<AssessedLot, PlanRankRefusal> {
  const own = reviews.filter(({ bidId }) => bids.some((bid) => bid.bidId === bidId));
  const reviewed = reviewPreliminarily(bids, own, experts, ceiling);
  if (!reviewed.ok) return reviewed;
  const { responsive, rejected } = reviewed.value;
  const ranked = rankByPlan({
    plan: plan ?? LOWEST_PRICE_PLAN,
    ceiling,
    bids: responsive,
    drawn,
    orders,
    judges: experts,
    marks,
    places,
  });
  if (!ranked.ok) return ranked;
  const { computation } = ranked.value;
  return accept({
    lot,
    assessments: [...ranked.value.ranked, ...rejected],
    valid: responsive.length,
    computation,
  });
}
