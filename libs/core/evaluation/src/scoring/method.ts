import type { Fen, Fraction, Refusal, Result } from '@core/kernel';
import type { RuleStatus } from '@core/rules';

/** A bid with the price that is compared. */
export interface PricedBid {
  readonly bidId: string;
  readonly price: Fen;
}

/** A bid inside a formula: its price in yuan, exact. */
export interface Quote {
  readonly bidId: string;
  readonly price: Fraction;
}

/**
 * What a formula is asked: the bids that passed the preliminary review, and everything the tender documents and the
 * hall fixed. Numbers are decimal texts; percentages are written as percent (`"0.5"` is 0.5 %).
 */
export interface MethodCase {
  readonly bids: readonly PricedBid[];
  /** The disclosed ceiling (最高投标限价, 控制价); null: none was set. */
  readonly ceiling: Fen | null;
  /** Parameters stated in the tender documents; those left out have their default. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Coefficients drawn in the hall. */
  readonly drawn?: Readonly<Record<string, string>>;
  /** Bids drawn in the hall, where the formula draws bids. */
  readonly sample?: readonly string[];
  /**
   * The order in which the hall drew all opened bids, in place of `sample`: the sample is the first bids of it that may be
   * drawn, as many as the formula takes.
   */
  readonly sampleOrder?: readonly string[];
  /** The order in which a draw put bids with equal scores, where the documents say `tieBreak` = `draw`. */
  readonly tieOrder?: readonly string[];
}

export type MethodRefusal = Refusal<
  | 'method.unknown'
  | 'method.malformed'
  | 'method.no_bids'
  | 'method.duplicate_bid'
  | 'method.price_zero'
  | 'method.all_excluded'
  | 'method.parameter_unknown'
  | 'method.parameter_missing'
  | 'method.parameter_outside'
  | 'method.parameters_contradict'
  | 'method.not_drawn'
  | 'method.ceiling_missing'
  | 'method.sample_missing'
  | 'method.sample_wrong'
  | 'method.too_few_bids'
  | 'method.no_effective_price'
  | 'method.tie_order_wrong'
  | 'method.marks_missing'
  | 'method.mark_outside'
  | 'method.weights_wrong'
  | 'method.ground_missing'
  | 'method.tie_at_cut'
  | 'method.not_opened'
  | 'method.price_missing'
  | 'method.unlawful'
>;

/** Why something is so: a name the apps translate, with the numbers it speaks of. */
export interface Reason {
  readonly code:
    | 'above_ceiling'
    | 'below_theoretical_cost'
    | 'trimmed_high'
    | 'trimmed_low'
    | 'in_sample'
    | 'not_in_sample'
    | 'out_of_range'
    | 'at_benchmark'
    | 'above_benchmark'
    | 'below_benchmark'
    | 'inside_band'
    | 'above_band'
    | 'below_band'
    | 'floored_at_zero'
    | 'tied'
    | 'tie_broken_by_price'
    | 'tie_broken_by_draw'
    | 'rejected';
  readonly params?: Readonly<Record<string, string>>;
}

/** The numbers a formula may show on the way to its benchmark. */
export type StepKey =
  | 'lowest'
  | 'mean'
  | 'finalCeiling'
  | 'theoreticalCost'
  | 'effectiveBids'
  | 'effectiveMean'
  | 'sampleSize'
  | 'sampleMean'
  | 'a'
  | 'b'
  | 'c'
  | 'composite'
  | 'benchmark';

/** A number on the way to the benchmark, so that a reader can follow with pencil and paper. */
export interface Step {
  readonly key: StepKey;
  /** The exact number: a decimal where one ends, else `n/d`. Prices in yuan. */
  readonly value: string;
}

/** What a formula makes of the bids: the benchmark in yuan, how it came about, and what happened to whom. */
export interface Benchmark {
  readonly value: Fraction;
  readonly steps: readonly Step[];
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
}

/** A bid in the result. */
export interface ScoredBid {
  readonly bidId: string;
  /** Yuan with two places. */
  readonly priceYuan: string;
  /** The score as published; null for a bid that takes no part, or where the method gives no scores. */
  readonly score: string | null;
  /** The same before rounding: a decimal where one ends, else `n/d`. */
  readonly exact: string | null;
  /** 1 is the best; equal bids share the smaller number. Null for a bid that takes no part. */
  readonly rank: number | null;
  readonly reasons: readonly Reason[];
}

/** The outcome of a method. */
export interface MethodOutcome {
  readonly method: string;
  /** Yuan, as used in the scores; null where the method has none. */
  readonly benchmarkYuan: string | null;
  readonly steps: readonly Step[];
  /** Every parameter that was used, stated, drawn or by default. */
  readonly parameters: Readonly<Record<string, string>>;
  /** In the order of ranks, then of bid ids; bids that take no part last. */
  readonly bids: readonly ScoredBid[];
  /** Groups of bids that remain equal: nobody is before anybody until a stated rule says so. */
  readonly ties: readonly (readonly string[])[];
}

/** Where a coefficient's value comes from. */
export type Origin = 'stated' | 'drawn' | 'either';

/** A number the tender documents state or the hall draws. */
export interface NumberSpec {
  readonly key: string;
  readonly kind: 'number';
  readonly unit: 'percent' | 'ratio' | 'points' | 'count' | 'places';
  readonly origin: Origin;
  readonly min: string;
  readonly max: string;
  /** Values are min, min + step, … max. */
  readonly step: string;
  /** The only values allowed, where they are no steps. */
  readonly values?: readonly string[];
  /** Used when the case does not state it; null: MUST be stated or drawn. */
  readonly default: string | null;
  /** Whether the range stands in the formula's source, or is this catalogue's own bound. */
  readonly range: 'source' | 'own';
  readonly zh: string;
  readonly en: string;
}

/** A choice the tender documents state. */
export interface ChoiceSpec {
  readonly key: string;
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
  readonly zh: string;
  readonly en: string;
}

export type ParameterSpec = NumberSpec | ChoiceSpec;

/** The parameters of a case after checking: every number of the schema has a value. */
export interface Settings {
  /** The number under a key of the schema. Percentages come as ratios: `"3"` percent is 3/100. */
  readonly number: (key: string) => Fraction;
  readonly choice: (key: string) => string;
  /** The text of every value that was used, for the record. */
  readonly used: Readonly<Record<string, string>>;
}

/** What a formula computes with: bids at or below the ceiling, ascending by price then id. */
export interface FormulaInput {
  readonly quotes: readonly Quote[];
  readonly ceiling: Fraction | null;
  readonly settings: Settings;
  readonly sample: readonly string[] | null;
}

/** How many bids a draw in the hall takes, and from which. */
export interface SampleRule {
  readonly zh: string;
  readonly en: string;
  /** The bids that may be drawn and how many are drawn. */
  readonly of: (
    input: Omit<FormulaInput, 'sample'>,
  ) => Result<{ readonly from: readonly string[]; readonly count: number }, MethodRefusal>;
}

/** A published formula: data about it, and two pure functions. */
export interface PriceFormula {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Where the formula was read. */
  readonly source: string;
  /** How far the source could be checked; anything but `checked` is said wherever the formula is shown. */
  readonly status: RuleStatus;
  /** A mean, or anything else than the lowest price, makes the benchmark. */
  readonly meanValue: boolean;
  /** The formula may leave out the highest or lowest prices. */
  readonly trims: boolean;
  readonly needsCeiling: boolean;
  readonly parameters: readonly ParameterSpec[];
  readonly sample: SampleRule | null;
  /** Contradictions between parameters: the keys, or null. */
  readonly contradiction: ((settings: Settings) => readonly string[] | null) | null;
  readonly benchmark: (input: FormulaInput) => Result<Benchmark, MethodRefusal>;
  /** The score of a price before rounding; null: the method gives no scores and the lower price is better. */
  readonly score:
    | ((
        price: Fraction,
        benchmark: Fraction,
        settings: Settings,
      ) => {
        readonly score: Fraction;
        readonly reason: Reason;
      })
    | null;
}
