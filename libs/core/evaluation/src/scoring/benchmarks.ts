import { accept, fraction, meanOf, refuse, type Fraction, type Result } from '@core/kernel';
import type {
  Benchmark,
  FormulaInput,
  MethodRefusal,
  ParameterSpec,
  Quote,
  Reason,
  Settings,
  Step,
  StepKey,
} from './method';
import { numberOf } from './parameters';

const ONE = fraction(1);
const HUNDRED = fraction(100);

/** 1 − share. */
export function less(share: Fraction): Fraction {
  return ONE.minus(share);
}

/** A step of a computation, written exactly. */
export function step(key: StepKey, value: Fraction | number): Step {
  return { key, value: String(value) };
}

/** Collects the reasons of each bid. */
export class Reasons {
  private readonly byBid = new Map<string, Reason[]>();

  add(bidId: string, reason: Reason): void {
    this.byBid.set(bidId, [...(this.byBid.get(bidId) ?? []), reason]);
  }

  all(): ReadonlyMap<string, readonly Reason[]> {
    return this.byBid;
  }
}

/** Leaves out so many of the lowest and highest of ascending quotes, and says so. At least one MUST remain. */
export function trim(
  quotes: readonly Quote[],
  low: number,
  high: number,
  reasons: Reasons,
): readonly Quote[] {
  const end = quotes.length - high;
  for (const { bidId } of quotes.slice(0, low)) reasons.add(bidId, { code: 'trimmed_low' });
  for (const { bidId } of quotes.slice(end)) reasons.add(bidId, { code: 'trimmed_high' });
  return quotes.slice(low, end);
}

/** The mean of prices. The list MUST NOT be empty. */
export function meanPrice(quotes: readonly Quote[]): Fraction {
  return meanOf(quotes.map((one) => one.price));
}

/** Whether one highest and one lowest price are left out of the mean, and from how many bids on. */
export const TRIM_PARAMETERS: readonly ParameterSpec[] = [
  {
    key: 'trim',
    kind: 'choice',
    choices: ['one-each', 'none'],
    default: 'one-each',
    zh: '平均值是否去掉一个最高价和一个最低价',
    en: 'whether the mean leaves out one highest and one lowest price',
  },
  numberOf('trimFrom', ['3', '30', '1'], {
    unit: 'count',
    default: '5',
    range: 'own',
    zh: '有效投标达到几家时去高去低',
    en: 'number of valid bids from which prices are left out',
  }),
];

/** The mean as {@link TRIM_PARAMETERS} say. */
export function statedMean({ quotes, settings }: FormulaInput, reasons: Reasons): Fraction {
  const trims =
    settings.choice('trim') === 'one-each' &&
    fraction(quotes.length).compare(settings.number('trimFrom')) >= 0;
  return meanPrice(trims ? trim(quotes, 1, 1, reasons) : quotes);
}

/** Points lost for each percent above and below the benchmark. */
export function deviationParameters(
  high: readonly [string, string, string],
  low: readonly [string, string, string],
  range: 'source' | 'own',
): readonly ParameterSpec[] {
  return [
    numberOf('eHigh', high, {
      unit: 'points',
      default: '1',
      range,
      zh: '高于基准价每1%扣分（E1）',
      en: 'points lost for each percent above the benchmark (E1)',
    }),
    numberOf('eLow', low, {
      unit: 'points',
      default: '0.5',
      range,
      zh: '低于基准价每1%扣分（E2）',
      en: 'points lost for each percent below the benchmark (E2)',
    }),
  ];
}

/** How far a price lies from the benchmark, in percent of the benchmark: never negative. */
function percentAway(price: Fraction, benchmark: Fraction): Fraction {
  const away = price.compare(benchmark) < 0 ? benchmark.minus(price) : price.minus(benchmark);
  return away.over(benchmark).times(HUNDRED);
}

/** On which side of the benchmark a price lies, and how far, to four places. */
export function sideOf(price: Fraction, benchmark: Fraction): Reason {
  const side = price.compare(benchmark);
  if (side === 0) return { code: 'at_benchmark' };
  return {
    code: side > 0 ? 'above_benchmark' : 'below_benchmark',
    params: { percent: percentAway(price, benchmark).toFixed(4, 'half-up') },
  };
}

/** 100 less E points for each percent away from the benchmark, by the side it lies on. */
export function deviationScore(
  price: Fraction,
  benchmark: Fraction,
  settings: Settings,
): { readonly score: Fraction; readonly reason: Reason } {
  const e = settings.number(price.compare(benchmark) > 0 ? 'eHigh' : 'eLow');
  return {
    score: HUNDRED.minus(percentAway(price, benchmark).times(e)),
    reason: sideOf(price, benchmark),
  };
}

/** Refused unless E above is greater than E below: a price above the benchmark must cost more than one below. */
export function highCostsMore(settings: Settings): readonly string[] | null {
  return settings.number('eHigh').compare(settings.number('eLow')) > 0 ? null : ['eHigh', 'eLow'];
}

/** A finished benchmark. */
export function benchmarkOf(
  value: Fraction,
  steps: readonly Step[],
  reasons: Reasons,
): Result<Benchmark, MethodRefusal> {
  return value.n > 0n
    ? accept({ value, steps, reasons: reasons.all() })
    : refuse('method.no_effective_price');
}

/** The ceiling of a formula that needs one. Throws a RangeError without: the caller has checked. */
export function ceilingOf(input: Pick<FormulaInput, 'ceiling'>): Fraction {
  if (input.ceiling === null)
    throw new RangeError('a formula that needs a ceiling was asked without');
  return input.ceiling;
}
