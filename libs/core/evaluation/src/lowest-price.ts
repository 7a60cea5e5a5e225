import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import { rankByPrice } from './scoring/evaluate';

/** A bid as the panel sees it after the opening. */
export interface EvaluatedBid {
  readonly bidId: string;
  readonly price: Fen;
}

/** One expert's preliminary review of one bid: responsive, or not and why. */
export interface Review {
  readonly expertId: string;
  readonly bidId: string;
  readonly responsive: boolean;
  readonly ground: string;
}

/** What became of a bid in the evaluation. */
export type Assessment =
  | {
      readonly bidId: string;
      readonly outcome: 'ranked';
      readonly rank: number;
      readonly price: Fen;
      /** The published score, where the plan gives scores. */
      readonly score?: string;
    }
  | { readonly bidId: string; readonly outcome: 'rejected'; readonly grounds: readonly string[] };

export type EvaluationRefusal = Refusal<
  | 'evaluation.reviews_missing'
  | 'evaluation.ground_missing'
  | 'evaluation.all_rejected'
  | 'evaluation.tie'
>;

const ABOVE_CEILING = 'above_ceiling';

function rejection(
  bid: EvaluatedBid,
  reviews: readonly Review[],
  experts: number,
  ceiling: Fen | null,
): readonly string[] | null {
  if (ceiling !== null && bid.price > ceiling) return [ABOVE_CEILING];
  const against = reviews.filter((one) => one.bidId === bid.bidId && !one.responsive);
  // The majority of the panel decides; a tie keeps the bid.
  return against.length * 2 > experts ? against.map((one) => one.ground) : null;
}

/**
 * Lowest evaluated price (经评审的最低投标价法, Order 12 arts. 29–33): after the preliminary review the responsive
 * bids are ranked by price, the lowest first. Exact: prices are integers. Equal prices within the first
 * `places` ranks, those of the candidates, are not decided here (`evaluation.tie`): the documents or a public draw must say.
 */
export function rankByLowestPrice(
  bids: readonly EvaluatedBid[],
  reviews: readonly Review[],
  experts: readonly string[],
  ceiling: Fen | null,
  places: number,
): Result<readonly Assessment[], EvaluationRefusal> {
  const assessed = assessByLowestPrice(bids, reviews, experts, ceiling, places);
  if (!assessed.ok) return assessed;
  return assessed.value.some(({ outcome }) => outcome === 'ranked')
    ? assessed
    : refuse('evaluation.all_rejected');
}

/** What the preliminary review makes of the bids: those that are compared, and those that are rejected, why. */
export interface Preliminary {
  readonly responsive: readonly EvaluatedBid[];
  readonly rejected: readonly Extract<Assessment, { readonly outcome: 'rejected' }>[];
}

/** The preliminary review (初步评审), once every member has reviewed every bid. The majority decides; a tie keeps a bid. */
export function reviewPreliminarily(
  bids: readonly EvaluatedBid[],
  reviews: readonly Review[],
  experts: readonly string[],
  ceiling: Fen | null,
): Result<Preliminary, EvaluationRefusal> {
  const missing = experts.filter((expertId) =>
    bids.some(
      (bid) => !reviews.some((one) => one.expertId === expertId && one.bidId === bid.bidId),
    ),
  );
  if (missing.length > 0) return refuse('evaluation.reviews_missing', { missing: missing.length });
  if (reviews.some((one) => !one.responsive && one.ground.trim() === '')) {
    return refuse('evaluation.ground_missing');
  }
  const rejected = new Map<string, readonly string[]>();
  for (const bid of bids) {
    const grounds = rejection(bid, reviews, experts.length, ceiling);
    if (grounds) rejected.set(bid.bidId, grounds);
  }
  return accept({
    responsive: bids.filter((bid) => !rejected.has(bid.bidId)),
    rejected: [...rejected].map(([bidId, grounds]) => ({ bidId, outcome: 'rejected', grounds })),
  });
}

/** The same, with nobody ranked where every bid is rejected: a lot among others. */
export function assessByLowestPrice(
  bids: readonly EvaluatedBid[],
  reviews: readonly Review[],
  experts: readonly string[],
  ceiling: Fen | null,
  places: number,
): Result<readonly Assessment[], EvaluationRefusal> {
  const reviewed = reviewPreliminarily(bids, reviews, experts, ceiling);
  if (!reviewed.ok) return reviewed;
  const ranked = rankResponsive(reviewed.value.responsive, places);
  return ranked.ok ? accept([...ranked.value, ...reviewed.value.rejected]) : ranked;
}

/** Ranks responsive bids, the lowest price first; refuses a tie within the first `places` ranks (`evaluation.tie`). */
export function rankResponsive(
  responsive: readonly EvaluatedBid[],
  places: number,
): Result<readonly Assessment[], EvaluationRefusal> {
  const { bids: ranked, ties } = rankByPrice(responsive);
  const priceOf = new Map(responsive.map(({ bidId, price }) => [bidId, price]));
  const decisive = ranked.find(
    ({ bidId, rank }) => (rank ?? 0) <= places && ties.some((tie) => tie.includes(bidId)),
  );
  if (decisive) return refuse('evaluation.tie', { price: priceOf.get(decisive.bidId) ?? 0 });
  return accept(
    ranked.map(({ bidId }, index): Assessment => ({
      bidId,
      outcome: 'ranked',
      rank: index + 1,
      price: priceOf.get(bidId) ?? fen(0),
    })),
  );
}

/** The ranked candidates of a report: at most `places`, in order (Implementing Regulations art. 53). */
export function candidatesOf(
  assessments: readonly Assessment[],
  places: number,
): readonly { readonly bidId: string; readonly rank: number; readonly price: Fen }[] {
  return assessments.flatMap((one) =>
    one.outcome === 'ranked' && one.rank <= places
      ? [{ bidId: one.bidId, rank: one.rank, price: one.price }]
      : [],
  );
}

/** A signature under the report. Dissent comes with reasons; silence counts as consent (art. 53). */
export interface ReportSignature {
  readonly expertId: string;
  readonly dissent: string | null;
}

/** Whether every member has signed. */
export function isFullySigned(
  experts: readonly string[],
  signatures: readonly ReportSignature[],
): boolean {
  return experts.every((expertId) => signatures.some((one) => one.expertId === expertId));
}
