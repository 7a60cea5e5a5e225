import {
  accept,
  fenToYuan,
  fraction,
  refuse,
  type Fen,
  type Fraction,
  type Result,
} from '@core/kernel';
import type {
  Benchmark,
  FormulaInput,
  MethodCase,
  MethodOutcome,
  MethodRefusal,
  ParameterSpec,
  PriceFormula,
  PricedBid,
  Quote,
  Reason,
  ScoredBid,
  Settings,
} from './method';
import { settle } from './parameters';
import { publishedScore, rankBids, roundingOf, type Entrant, type Ranking } from './ranking';

const ZERO = fraction(0);

/** Yuan, exactly. */
export function yuanOf(amount: Fen): Fraction {
  return fraction(amount, 100);
}

function byPriceThenId(one: Quote, other: Quote): number {
  return one.price.compare(other.price) || (one.bidId < other.bidId ? -1 : 1);
}

function faultOf({ bids }: MethodCase): Result<null, MethodRefusal> {
  if (bids.length === 0) return refuse('method.no_bids');
  const ids = new Set(bids.map((one) => one.bidId));
  if (ids.size !== bids.length) return refuse('method.duplicate_bid');
  const free = bids.find((one) => one.price === 0);
  return free ? refuse('method.price_zero', { bidId: free.bidId }) : accept(null);
}

/** The bids as drawn, or the first of an order of all bids that may be drawn: whoever may not is skipped. */
function drawnSample(
  { sample, sampleOrder }: Pick<MethodCase, 'sample' | 'sampleOrder'>,
  from: readonly string[],
  count: number,
): readonly string[] | undefined {
  return sample ?? sampleOrder?.filter((bidId) => from.includes(bidId)).slice(0, count);
}

function sampleOf(
  formula: PriceFormula,
  input: Omit<FormulaInput, 'sample'>,
  asked: Pick<MethodCase, 'sample' | 'sampleOrder'>,
): Result<readonly string[] | null, MethodRefusal> {
  const isGiven = asked.sample !== undefined || asked.sampleOrder !== undefined;
  if (!formula.sample) {
    return isGiven ? refuse('method.sample_wrong', { count: 0 }) : accept(null);
  }
  const rule = formula.sample.of(input);
  if (!rule.ok) return rule;
  const { from, count } = rule.value;
  // Two draws of one sample: nobody could say which counts.
  if (asked.sample !== undefined && asked.sampleOrder !== undefined) {
    return refuse('method.sample_wrong', { count, from });
  }
  const sample = drawnSample(asked, from, count);
  // Where everybody is taken nothing is drawn.
  if (sample === undefined && from.length === count) return accept(from);
  if (sample === undefined) return refuse('method.sample_missing', { count, from });
  const distinct = new Set(sample);
  const holds =
    distinct.size === sample.length &&
    sample.length === count &&
    sample.every((bidId) => from.includes(bidId));
  return holds ? accept(sample) : refuse('method.sample_wrong', { count, from });
}

function benchmarkInUse({ value }: Benchmark, settings: Settings): Fraction {
  if (settings.choice('benchmarkRounding') === 'exact') return value;
  const places = Number(settings.number('benchmarkPlaces').n);
  return value.round(places, roundingOf(settings));
}

function entrantOf(
  formula: PriceFormula,
  quote: Quote,
  benchmark: Fraction,
  settings: Settings,
  before: readonly Reason[],
): Entrant {
  if (!formula.score) return { ...quote, exact: null, reasons: before };
  const { score, reason } = formula.score(quote.price, benchmark, settings);
  if (score.n >= 0n) return { ...quote, exact: score, reasons: [...before, reason] };
  return { ...quote, exact: ZERO, reasons: [...before, reason, { code: 'floored_at_zero' }] };
}

function aboveCeiling(bidId: string, price: Fen, ceiling: Fen): ScoredBid {
  return {
    bidId,
    priceYuan: fenToYuan(price),
    score: null,
    exact: null,
    rank: null,
    reasons: [{ code: 'above_ceiling', params: { ceiling: fenToYuan(ceiling) } }],
  };
}

/** How the formula's benchmark is written: with its places, or exactly where the documents forgo rounding. */
function benchmarkText(value: Fraction, settings: Settings): string {
  return settings.choice('benchmarkRounding') === 'exact'
    ? value.toString()
    : value.toFixed(Number(settings.number('benchmarkPlaces').n), 'half-up');
}

/** A formula's price score of every bid, unrounded: what comprehensive scoring weighs. */
export interface PriceScores {
  readonly formula: PriceFormula;
  readonly settings: Settings;
  readonly benchmark: Fraction;
  readonly benchmarkYuan: string;
  readonly steps: MethodOutcome['steps'];
  readonly entrants: readonly Entrant[];
  readonly excluded: readonly ScoredBid[];
}

/** Runs a formula up to the scores, before anything is ranked. `extra`: parameters of the procedure around it. */
export function priceScores(
  formula: PriceFormula,
  asked: MethodCase,
  extra: readonly ParameterSpec[] = [],
): Result<PriceScores, MethodRefusal> {
  const fault = faultOf(asked);
  if (!fault.ok) return fault;
  const settled = settle(
    [...formula.parameters, ...extra],
    asked.parameters ?? {},
    asked.drawn ?? {},
  );
  if (!settled.ok) return settled;
  const settings = settled.value;
  const contradiction = formula.contradiction?.(settings);
  if (contradiction) return refuse('method.parameters_contradict', { keys: contradiction });
  const { ceiling } = asked;
  if (formula.needsCeiling && ceiling === null) return refuse('method.ceiling_missing');
  const over = asked.bids.filter((one) => ceiling !== null && one.price > ceiling);
  const quotes = asked.bids
    .filter((one) => !over.includes(one))
    .map(({ bidId, price }) => ({ bidId, price: yuanOf(price) }))
    .sort(byPriceThenId);
  if (quotes.length === 0) return refuse('method.all_excluded');
  const input = { quotes, settings, ceiling: ceiling === null ? null : yuanOf(ceiling) };
  const sample = sampleOf(formula, input, asked);
  if (!sample.ok) return sample;
  const made = formula.benchmark({ ...input, sample: sample.value });
  if (!made.ok) return made;
  const benchmark = benchmarkInUse(made.value, settings);
  if (benchmark.n <= 0n) return refuse('method.no_effective_price');
  return accept({
    formula,
    settings,
    benchmark,
    benchmarkYuan: benchmarkText(benchmark, settings),
    steps: [...made.value.steps, { key: 'benchmark', value: made.value.value.toString() }],
    entrants: quotes.map((quote) =>
      entrantOf(formula, quote, benchmark, settings, made.value.reasons.get(quote.bidId) ?? []),
    ),
    excluded: over
      .map(({ bidId, price }) => aboveCeiling(bidId, price, ceiling ?? price))
      .sort((one, other) => (one.bidId < other.bidId ? -1 : 1)),
  });
}

/**
 * Evaluates bids by a price formula. Bids above the disclosed ceiling take no part (Implementing Regulations art. 51);
 * the formula makes the benchmark, which is rounded as the documents say; every bid is scored against it, never below
 * zero; bids are ranked by the published score, equal ones left equal unless the documents state what decides. Does not
 * depend on the order of the bids.
 */
export function evaluateBy(
  formula: PriceFormula,
  asked: MethodCase,
): Result<MethodOutcome, MethodRefusal> {
  const scored = priceScores(formula, asked);
  if (!scored.ok) return scored;
  const { settings, entrants, excluded, steps, benchmarkYuan } = scored.value;
  const ranked = rankBids(
    entrants.map((one) => ({ ...one, score: publishedScore(one.exact, settings) })),
    settings,
    asked.tieOrder,
  );
  if (!ranked.ok) return ranked;
  return accept({
    method: formula.id,
    benchmarkYuan,
    steps,
    parameters: settings.used,
    bids: [...ranked.value.bids, ...excluded],
    ties: ranked.value.ties,
  });
}

/** Ranks bids by price alone, the lowest first, with the ties that remain: what every price method does in the end. */
export function rankByPrice(bids: readonly PricedBid[]): Ranking {
  const settings = settle([], {}, {});
  const entrants = bids.map(({ bidId, price }) => ({
    ...{ bidId, price: yuanOf(price), exact: null, score: null },
    reasons: [],
  }));
  const ranked = settings.ok ? rankBids(entrants, settings.value, undefined) : settings;
  if (!ranked.ok) throw new RangeError('defaults were refused');
  return ranked.value;
}
