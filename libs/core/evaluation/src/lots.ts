import { accept, refuse, type Fen, type Result } from '@core/kernel';
import {
  assessByLowestPrice,
  type Assessment,
  type EvaluatedBid,
  type EvaluationRefusal,
  type Review,
} from './lowest-price';

/** What became of a bid, in a tender of several lots. */
export type LotAssessment = Assessment & { readonly lot?: number };

/** A lot to be ranked for itself. */
export interface LotToRank {
  readonly lot: number;
  readonly ceiling: Fen | null;
  readonly bids: readonly EvaluatedBid[];
}

/**
 * Ranks every lot for itself by lowest evaluated price. A lot of which every bid is rejected comes to nothing while the
 * others go on; only when none has a ranked bid is the whole refused.
 */
export function rankLots(
  lots: readonly LotToRank[],
  reviews: readonly Review[],
  experts: readonly string[],
  places: number,
): Result<readonly LotAssessment[], EvaluationRefusal> {
  const all: LotAssessment[] = [];
  for (const { lot, ceiling, bids } of lots) {
    const own = reviews.filter(({ bidId }) => bids.some((bid) => bid.bidId === bidId));
    const assessed = assessByLowestPrice(bids, own, experts, ceiling, places);
    if (!assessed.ok) {
      const { code, params } = assessed.refusal;
      return refuse(code, { ...params, lot });
    }
    all.push(...assessed.value.map((one) => ({ ...one, lot })));
  }
  return all.some(({ outcome }) => outcome === 'ranked')
    ? accept(all)
    : refuse('evaluation.all_rejected');
}

/** A ranked bid with the firms behind it: its bidder, and every member where a consortium bids. */
export interface RankedInLot {
  readonly lot: number;
  readonly bidId: string;
  readonly rank: number;
  readonly firms: readonly string[];
}

/** Who is recommended for one lot. */
export interface LotRecommendation {
  readonly lot: number;
  /** No more than the rule set lets stand, best first; ranks from 1 without a gap. */
  readonly candidates: readonly { readonly bidId: string; readonly rank: number }[];
  /** Bids passed over because a firm behind them stands first in as many lots as the documents allow. */
  readonly passedOver: readonly string[];
}

/**
 * Recommends candidates lot by lot in the order of their numbers (兼投不兼中: one may bid for all and win at most
 * `most`). Who stands first in `most` lots is passed over in every later one, as a member of a consortium no less than
 * alone; the next takes the place. `most` null: no limit. A lot of which everybody is passed over has no candidate. `places`: how many a
 * lot has at most, or what that is for so many ranked bids.
 */
export function recommendLots(
  ranked: readonly RankedInLot[],
  most: number | null,
  places: number | ((valid: number) => number),
): readonly LotRecommendation[] {
  const first = new Map<string, number>();
  const placesOf = typeof places === 'number' ? () => places : places;
  const numbers = [...new Set(ranked.map(({ lot }) => lot))].sort((one, other) => one - other);
  return numbers.map((lot) => {
    const own = ranked.filter((one) => one.lot === lot).sort((one, other) => one.rank - other.rank);
    const isFull = ({ firms }: RankedInLot): boolean =>
      most !== null && firms.some((firm) => (first.get(firm) ?? 0) >= most);
    const passedOver = own.filter(isFull).map(({ bidId }) => bidId);
    const going = own.filter((one) => !isFull(one)).slice(0, placesOf(own.length));
    for (const firm of new Set(going[0]?.firms)) first.set(firm, (first.get(firm) ?? 0) + 1);
    return {
      lot,
      candidates: going.map(({ bidId }, at) => ({ bidId, rank: at + 1 })),
      passedOver,
    };
  });
}
