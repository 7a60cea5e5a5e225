import {
  accept,
  fraction,
  meanOf,
  readDecimal,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import { lawOf, ruleFor, type Regime, type RuleSet } from '@core/rules';
import type { EvaluatedBid } from '../lowest-price';
import type { Mark } from '../procedures/comprehensive';
import { decimal } from '@core/kernel';
import type { EvaluationPlan } from './plan';

export type PanelRefusal = Refusal<
  | 'evaluation.no_marks'
  | 'evaluation.marks_missing'
  | 'evaluation.mark_outside'
  | 'evaluation.reason_missing'
  | 'evaluation.not_asked'
  | 'evaluation.still_answering'
  | 'evaluation.finding_missing'
  | 'evaluation.finding_needless'
>;

/** One member's points for one item of a bid. */
export interface ItemPoints {
  readonly itemId: string;
  readonly points: string;
}

/** Holds a member's points for a bid against the plan: every item once, from 0 to its points, at most two places. */
export function checkMarks(
  plan: EvaluationPlan | null,
  marks: readonly ItemPoints[],
): Result<true, PanelRefusal> {
  if (plan?.kind !== 'comprehensive') return refuse('evaluation.no_marks');
  for (const { id, points, title } of plan.items) {
    const given = marks.filter(({ itemId }) => itemId === id);
    const [mark] = given;
    if (!mark || given.length > 1) return refuse('evaluation.marks_missing', { missing: 1 });
    const value = /^\d{1,3}(\.\d{1,2})?$/.test(mark.points) ? readDecimal(mark.points) : null;
    if (!value?.ok || value.value.compare(decimal(points)) > 0) {
      return refuse('evaluation.mark_outside', { item: title, points: mark.points, most: points });
    }
  }
  return marks.length === plan.items.length
    ? accept(true)
    : refuse('evaluation.marks_missing', { missing: 1 });
}

/** How many marks are still missing before anybody sees another member's: every member, every bid, every item. */
export function marksMissing(
  plan: EvaluationPlan | null,
  experts: readonly string[],
  bidIds: readonly string[],
  marks: readonly Mark[],
): number {
  if (plan?.kind !== 'comprehensive') return 0;
  const all = experts.length * bidIds.length * plan.items.length;
  const given = marks.filter(
    ({ judge, bidId }) => experts.includes(judge) && bidIds.includes(bidId),
  );
  return all - given.length;
}

/**
 * Bids whose price is so far below the others' that their bidders are asked before anything is decided: at least
 * `askBelowPercent` of the plan below the mean of the bids at or below the ceiling. None where the plan names no percentage
 * or there are fewer than two of them; the panel may ask whom it likes.
 */
export function suspiciouslyLow(
  plan: EvaluationPlan | null,
  bids: readonly EvaluatedBid[],
  ceiling: number | null,
): readonly string[] {
  const percent = plan?.askBelowPercent ?? null;
  const compared = bids.filter(({ price }) => ceiling === null || price <= ceiling);
  if (percent === null || compared.length < 2) return [];
  const mean = meanOf(compared.map(({ price }) => fraction(price)));
  const share = fraction(1).minus(decimal(percent).over(fraction(100)));
  const limit = mean.times(share);
  return compared.flatMap(({ bidId, price }) =>
    fraction(price).compare(limit) <= 0 ? [bidId] : [],
  );
}

/** A letter of the panel to a bidder (澄清函), and what came back. */
export interface PanelQuestion {
  readonly bidId: string;
  /** Whether the price is what is asked about (低价说明). */
  readonly about: 'price' | 'bid';
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
}

/** The rule that a price which looks below cost is asked about before it is rejected. */
function askFirst(set: RuleSet, regime: Regime, on: string): LawBasis | undefined {
  const rule =
    ruleFor(set, 'eval-lowprice-clarify-first', regime, on) ??
    ruleFor(set, 'o12-below-cost', regime, on);
  return rule ? lawOf(rule) : undefined;
}

/** Whose law it is, on which legal date. */
export interface PanelLaw {
  readonly set: RuleSet;
  readonly regime: Regime;
  readonly on: string;
}

/**
 * Whether the price of a bid has been asked about and heard: a question stands that was answered, or whose term is over.
 * Without it no bid is rejected as below cost, and no report made over a suspiciously low one.
 */
export function priceHeard(
  bidId: string,
  questions: readonly PanelQuestion[],
  now: Instant,
  { set, regime, on }: PanelLaw,
): Result<true, PanelRefusal> {
  const asked = questions.filter((one) => one.bidId === bidId && one.about === 'price');
  const law = askFirst(set, regime, on);
  if (asked.length === 0) return refuse('evaluation.not_asked', { bidId }, law);
  const isHeard = asked.some(({ answeredAt, dueAt }) => answeredAt !== null || now >= dueAt);
  const [first] = asked;
  return isHeard
    ? accept(true)
    : refuse('evaluation.still_answering', { bidId, until: first?.dueAt ?? 0 }, law);
}

/** Words by which a ground says that a price is low, and words by which it speaks of the price at all. */
const TOO_LOW =
  /成本|低价|(?:[报单总造]价|价格|价款|金额)[^，。；]{0,12}[过偏太明显]*低|低于[^，。；]{0,12}价|\bcosts?\b|\blow\w*\b[^.;]{0,30}\bprice|\bprice[^.;]{0,30}\b(?:low|below|under)|unreasonabl[ey] low/iu;
const OF_PRICE = /价|成本|金额|\bprice|\bcosts?\b/iu;

/**
 * Whether a bid is rejected because its price is low, whatever box was ticked: as below cost, in words that say so, or, where
 * the price is suspiciously low, in words that speak of the price at all. Its bidder is asked first then ({@link priceHeard}).
 */
export function rejectsLowPrice(
  { ground, belowCost }: { readonly ground: string; readonly belowCost: boolean },
  isSuspicious: boolean,
): boolean {
  return belowCost || (isSuspicious ? OF_PRICE : TOO_LOW).test(ground);
}

/** The panel's reasoned finding where fewer than three bids of a lot are valid (有效投标不足三个的论证). */
export interface CompetitionFinding {
  readonly lot: number;
  /** The competition is still sufficient, or every bid of the lot is rejected. */
  readonly verdict: 'sufficient' | 'reject-all';
  readonly reason: string;
}

/** How many valid bids need no finding, by the rule where one says so. */
const ENOUGH = 3;

/**
 * Whether the findings of a report fit its lots: one with a reason for each lot with fewer than three valid bids, none for
 * another. Where nothing is valid the only finding is that every bid is rejected.
 */
export function checkFindings(
  lots: readonly { readonly lot: number; readonly valid: number }[],
  findings: readonly CompetitionFinding[],
  { set, regime, on }: PanelLaw,
): Result<true, PanelRefusal> {
  const rule = ruleFor(set, 'eval-lt3-reasoned', regime, on);
  const law = rule ? lawOf(rule) : undefined;
  const enough = rule?.value ?? ENOUGH;
  for (const { lot, valid } of lots) {
    const own = findings.filter((one) => one.lot === lot);
    const [finding] = own;
    if (valid >= enough) {
      if (finding) return refuse('evaluation.finding_needless', { lot, valid });
      continue;
    }
    const isReasoned =
      own.length === 1 &&
      finding !== undefined &&
      finding.reason.trim() !== '' &&
      (valid > 0 || finding.verdict === 'reject-all');
    if (!isReasoned) return refuse('evaluation.finding_missing', { lot, valid }, law);
  }
  return accept(true);
}
