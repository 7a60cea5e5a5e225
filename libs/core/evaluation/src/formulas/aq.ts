import { accept, decimal, refuse, type Fraction, type Result } from '@core/kernel';
import type { MethodRefusal, PriceFormula, Quote } from '../scoring/method';
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

/** How many are left out at each end of n ≥ 7 prices: 20 %, rounded half up. */
export function trimmedAtEachEnd(n: number): number {
  return Number(
    decimal('0.2')
      .times(decimal(String(n)))
      .round(0, 'half-up').n,
  );
}

function priceA(quotes: readonly Quote[], reasons: Reasons): Result<Fraction, MethodRefusal> {
  const n = quotes.length;
  if (n >= 7) {
    const each = trimmedAtEachEnd(n);
    return accept(meanPrice(trim(quotes, each, each, reasons)));
  }
  if (n >= 4) return accept(meanPrice(trim(quotes, 0, 1, reasons)));
  const second = quotes[1];
  return second ? accept(second.price) : refuse('method.too_few_bids', { least: 2, bids: n });
}

/**
 * A and control price weighted: benchmark = A × K1 × Q1 + B × K2 × (1 − Q1). A is the mean of the prices: from 7 bids on round(20 % of
 * n) are left out at each end, of 4 to 6 the highest, of fewer it is the second lowest price. B is the control price.
 */
export const AQ: PriceFormula = {
  id: 'price-aq',
  zh: '均价与控制价加权（K1、K2、Q1）',
  en: 'mean and control price, weighted (K1, K2, Q1)',
  source: '公开源码，代码证据；系数区间来源未载',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: true,
  parameters: [
    numberOf('k1', ['0.9', '1', '0.005'], {
      unit: 'ratio',
      origin: 'either',
      default: null,
      range: 'own',
      zh: '系数 K1',
      en: 'coefficient K1',
    }),
    numberOf('k2', ['0.8', '1', '0.005'], {
      unit: 'ratio',
      origin: 'either',
      default: null,
      range: 'own',
      zh: '系数 K2',
      en: 'coefficient K2',
    }),
    numberOf('q1', ['0.5', '1', '0.05'], {
      unit: 'ratio',
      origin: 'either',
      default: null,
      range: 'own',
      zh: '权重 Q1',
      en: 'weight Q1',
    }),
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'own'),
  ],
  sample: null,
  contradiction: null,
  benchmark: (input) => {
    const { quotes, settings } = input;
    const reasons = new Reasons();
    const a = priceA(quotes, reasons);
    if (!a.ok) return a;
    const b = ceilingOf(input);
    const q1 = settings.number('q1');
    const value = a.value
      .times(settings.number('k1'))
      .times(q1)
      .plus(b.times(settings.number('k2')).times(less(q1)));
    return benchmarkOf(value, [step('a', a.value), step('b', b)], reasons);
  },
  score: deviationScore,
};
