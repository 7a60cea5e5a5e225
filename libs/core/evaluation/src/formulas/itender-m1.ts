import { decimal, refuse, type Fraction } from '@core/kernel';
import type { FormulaInput, PriceFormula, Quote } from '../scoring/method';
import {
  benchmarkOf,
  ceilingOf,
  deviationParameters,
  deviationScore,
  less,
  meanPrice,
  Reasons,
  step,
  trim,
} from '../scoring/benchmarks';
import { numberOf } from '../scoring/parameters';

const HALF = decimal('0.5');
const COST_SHARE = decimal('0.85');

/** (final ceiling × 50 % + mean × 50 %) × 0.85; from five bids on the mean leaves out one highest and one lowest. */
function theoreticalCost(quotes: readonly Quote[], finalCeiling: Fraction): Fraction {
  const middle = quotes.length >= 5 ? quotes.slice(1, -1) : quotes;
  return finalCeiling.times(HALF).plus(meanPrice(middle).times(HALF)).times(COST_SHARE);
}

function makeBenchmark(input: FormulaInput): ReturnType<PriceFormula['benchmark']> {
  const { quotes, settings } = input;
  const reasons = new Reasons();
  const finalCeiling = ceilingOf(input).times(less(settings.number('down')));
  const cost = theoreticalCost(quotes, finalCeiling);
  const effective = quotes.filter((one) => one.price.compare(cost) >= 0);
  for (const { bidId, price } of quotes) {
    if (price.compare(cost) >= 0) continue;
    reasons.add(bidId, {
      code: 'below_theoretical_cost',
      params: { cost: cost.toFixed(2, 'half-up') },
    });
  }
  if (effective.length === 0) return refuse('method.no_effective_price');
  const mean = meanPrice(effective.length > 5 ? trim(effective, 1, 1, reasons) : effective);
  const w = settings.number('w');
  const value = finalCeiling
    .times(w)
    .plus(mean.times(less(w)))
    .times(settings.number('k'));
  return benchmarkOf(
    value,
    [
      step('finalCeiling', finalCeiling),
      step('theoreticalCost', cost),
      step('effectiveBids', effective.length),
      step('effectiveMean', mean),
    ],
    reasons,
  );
}

/**
 * Combined benchmark with a theoretical cost (method 1 of the itender source). A price below the theoretical cost does
 * not enter the mean; the machine does not reject it, the panel must ask first (`eval-lowprice-clarify-first`).
 */
export const ITENDER_M1: PriceFormula = {
  id: 'price-itender-m1',
  zh: '限价与有效均价加权（理论成本价）',
  en: 'ceiling and effective mean, weighted, with a theoretical cost',
  source: '公开源码（com.itender.ms）方法一，代码证据，地区未标',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: true,
  parameters: [
    numberOf('down', ['0.5', '3', '0.5'], {
      unit: 'percent',
      origin: 'either',
      default: null,
      zh: '限价下浮（%）',
      en: 'down-float of the ceiling (percent)',
    }),
    numberOf('w', ['0.3', '0.4', '0.05'], {
      unit: 'ratio',
      origin: 'drawn',
      values: ['0.3', '0.35', '0.4'],
      default: null,
      zh: '限价权重 w',
      en: 'weight w of the ceiling',
    }),
    numberOf('k', ['0.96', '0.99', '0.01'], {
      unit: 'ratio',
      origin: 'drawn',
      default: null,
      zh: '系数 k',
      en: 'coefficient k',
    }),
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'source'),
  ],
  sample: null,
  contradiction: null,
  benchmark: makeBenchmark,
  score: deviationScore,
};
