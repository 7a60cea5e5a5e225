import {
  accept,
  decimal,
  fraction,
  meanOf,
  readDecimal,
  refuse,
  type Fraction,
  type Result,
} from '@core/kernel';
import { formulaOf } from '../formulas/index';
import { priceScores, type PriceScores } from '../scoring/evaluate';
import type {
  MethodCase,
  MethodOutcome,
  MethodRefusal,
  NumberSpec,
  ScoredBid,
} from '../scoring/method';
import { numberOf } from '../scoring/parameters';
import { publishedScore, rankBids } from '../scoring/ranking';

/** From how many percent of an item's points away from the others' mean a mark is shown to the panel. */
export const OUTLIER_PERCENT: NumberSpec = numberOf('outlierPercent', ['5', '100', '5'], {
  unit: 'percent',
  default: '30',
  range: 'own',
  zh: '评分偏离提示阈值（占该项分值的%）',
  en: 'notice of a mark so far from the others (percent of the item’s points)',
});

/** An item the judges mark: 0 to `weight` points. */
export interface ScoreItem {
  readonly itemId: string;
  readonly weight: string;
}

/** One judge's points for one item of one bid. */
export interface Mark {
  readonly judge: string;
  readonly bidId: string;
  readonly itemId: string;
  readonly points: string;
}

/** What comprehensive scoring is asked. The weights of the items and of the price MUST add up to 100. */
export interface ComprehensiveCase extends MethodCase {
  /** The price formula. */
  readonly formula: string;
  /** Points of the price, of 100. */
  readonly priceWeight: string;
  readonly items: readonly ScoreItem[];
  readonly judges: readonly string[];
  readonly marks: readonly Mark[];
}

/** A bid's total, with its parts. */
export interface ComprehensiveBid extends ScoredBid {
  /** The price formula's score of 100, unrounded; null for a bid that takes no part. */
  readonly priceScore: string | null;
  /** The mean of the judges' points for each item, unrounded. */
  readonly items: readonly { readonly itemId: string; readonly mean: string }[];
}

/** A mark far from the others': shown, never acted upon. */
export interface OutlierNotice {
  readonly judge: string;
  readonly bidId: string;
  readonly itemId: string;
  readonly points: string;
  readonly othersMean: string;
}

export interface ComprehensiveOutcome extends Omit<MethodOutcome, 'bids'> {
  readonly bids: readonly ComprehensiveBid[];
  readonly notices: readonly OutlierNotice[];
}

const HUNDRED = fraction(100);

interface ReadItem {
  readonly itemId: string;
  readonly weight: Fraction;
}

function readItems(asked: ComprehensiveCase): Result<readonly ReadItem[], MethodRefusal> {
  const items: ReadItem[] = [];
  const price = readDecimal(asked.priceWeight);
  if (!price.ok || price.value.n <= 0n) return refuse('method.weights_wrong', { item: 'price' });
  let sum = price.value;
  for (const { itemId, weight } of asked.items) {
    const value = readDecimal(weight);
    if (!value.ok || value.value.n <= 0n || items.some((one) => one.itemId === itemId)) {
      return refuse('method.weights_wrong', { item: itemId });
    }
    sum = sum.plus(value.value);
    items.push({ itemId, weight: value.value });
  }
  return sum.compare(HUNDRED) === 0
    ? accept(items)
    : refuse('method.weights_wrong', { sum: sum.toString() });
}

/** The points of one item of one bid, judge by judge, in the order of the judges. */
function pointsOf(
  asked: ComprehensiveCase,
  bidId: string,
  { itemId, weight }: ReadItem,
): Result<readonly Fraction[], MethodRefusal> {
  const points: Fraction[] = [];
  for (const judge of asked.judges) {
    const marks = asked.marks.filter(
      (one) => one.judge === judge && one.bidId === bidId && one.itemId === itemId,
    );
    const [mark] = marks;
    if (!mark || marks.length > 1) return refuse('method.marks_missing', { judge, bidId, itemId });
    const value = readDecimal(mark.points);
    if (!value.ok || value.value.n < 0n || value.value.compare(weight) > 0) {
      return refuse('method.mark_outside', { judge, bidId, itemId, points: mark.points });
    }
    points.push(value.value);
  }
  return accept(points);
}

function noticesOf(
  judges: readonly string[],
  bidId: string,
  { itemId, weight }: ReadItem,
  points: readonly Fraction[],
  threshold: Fraction,
): readonly OutlierNotice[] {
  if (points.length < 3) return [];
  const far = weight.times(threshold);
  return judges.flatMap((judge, at) => {
    const own = points[at] ?? fraction(0);
    const others = meanOf(points.filter((_, index) => index !== at));
    const away = own.compare(others) < 0 ? others.minus(own) : own.minus(others);
    if (away.compare(far) < 0) return [];
    return [{ judge, bidId, itemId, points: own.toString(), othersMean: others.toString() }];
  });
}

interface Marked {
  readonly total: Fraction;
  readonly items: ComprehensiveBid['items'];
  readonly notices: readonly OutlierNotice[];
}

function markedBid(
  asked: ComprehensiveCase,
  bidId: string,
  items: readonly ReadItem[],
  threshold: Fraction,
): Result<Marked, MethodRefusal> {
  let total = fraction(0);
  const means: { itemId: string; mean: string }[] = [];
  const notices: OutlierNotice[] = [];
  for (const item of items) {
    const points = pointsOf(asked, bidId, item);
    if (!points.ok) return points;
    const mean = meanOf(points.value);
    total = total.plus(mean);
    means.push({ itemId: item.itemId, mean: mean.toString() });
    notices.push(...noticesOf(asked.judges, bidId, item, points.value, threshold));
  }
  return accept({ total, items: means, notices });
}

function scoresOfPrice(asked: ComprehensiveCase): Result<PriceScores, MethodRefusal> {
  const formula = formulaOf(asked.formula);
  if (!formula?.score) return refuse('method.unknown', { method: asked.formula });
  return priceScores(formula, asked, [OUTLIER_PERCENT]);
}

/**
 * Comprehensive scoring (综合评估法, Order 12 arts. 34–37; 综合评分法, Order 87 art. 55): total = Σ mean of the judges' points
 * per item + price score × price weight / 100. Nothing is rounded before the total. Marks of bids that take no part are
 * ignored; every other bid MUST have one mark of every judge for every item. Refuses weights that do not add up to 100.
 */
export function scoreComprehensively(
  asked: ComprehensiveCase,
): Result<ComprehensiveOutcome, MethodRefusal> {
  const items = readItems(asked);
  if (!items.ok) return items;
  if (asked.judges.length === 0 || new Set(asked.judges).size !== asked.judges.length) {
    return refuse('method.marks_missing', { judges: asked.judges.length });
  }
  const prices = scoresOfPrice(asked);
  if (!prices.ok) return prices;
  const { settings, entrants, excluded, steps, benchmarkYuan } = prices.value;
  const weight = decimal(asked.priceWeight).over(HUNDRED);
  const marked = new Map<string, Marked & { readonly priceScore: string }>();
  const totals = [];
  for (const entrant of entrants) {
    const one = markedBid(asked, entrant.bidId, items.value, settings.number(OUTLIER_PERCENT.key));
    if (!one.ok) return one;
    const price = entrant.exact ?? fraction(0);
    const exact = one.value.total.plus(price.times(weight));
    marked.set(entrant.bidId, { ...one.value, priceScore: price.toString() });
    totals.push({ ...entrant, exact, score: publishedScore(exact, settings) });
  }
  const ranked = rankBids(totals, settings, asked.tieOrder);
  if (!ranked.ok) return ranked;
  return accept({
    method: 'comprehensive-scoring',
    benchmarkYuan,
    steps,
    parameters: settings.used,
    bids: [...ranked.value.bids, ...excluded].map((one) => ({
      ...one,
      priceScore: marked.get(one.bidId)?.priceScore ?? null,
      items: marked.get(one.bidId)?.items ?? [],
    })),
    ties: ranked.value.ties,
    notices: entrants.flatMap(({ bidId }) => marked.get(bidId)?.notices ?? []),
  });
}
