import { decimal, fraction, type Fraction } from '@core/kernel';
import type { PriceFormula, Reason, Settings } from '../scoring/method';
import {
  benchmarkOf,
  deviationParameters,
  Reasons,
  statedMean,
  step,
  TRIM_PARAMETERS,
} from '../scoring/benchmarks';

const HUNDRED = fraction(100);
const [LOW, HIGH] = [decimal('0.95'), decimal('1.03')];

function bandScore(
  price: Fraction,
  benchmark: Fraction,
  settings: Settings,
): { readonly score: Fraction; readonly reason: Reason } {
  const [low, high] = [benchmark.times(LOW), benchmark.times(HIGH)];
  const above = price.compare(high) > 0;
  if (!above && price.compare(low) >= 0) {
    return { score: HUNDRED, reason: { code: 'inside_band' } };
  }
  const away = above ? price.minus(high) : low.minus(price);
  const percent = away.over(benchmark).times(HUNDRED);
  return {
    score: HUNDRED.minus(percent.times(settings.number(above ? 'eHigh' : 'eLow'))),
    reason: {
      code: above ? 'above_band' : 'below_band',
      params: { percent: percent.toFixed(4, 'half-up') },
    },
  };
}

/**
 * Full marks within a band (合理低价区间): prices within [0.95, 1.03] of the benchmark have 100; outside, E points are lost for
 * each percent of the benchmark beyond the nearer end. The source gives neither slope nor benchmark: both are stated.
 */
export const BAND_REASONABLE_LOW: PriceFormula = {
  id: 'price-band-reasonable-low',
  zh: '合理低价区间满分法',
  en: 'full marks within a band of the benchmark',
  source: '公开源码的测试代码；扣分斜率与基准价来源未载',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: false,
  parameters: [
    ...deviationParameters(['0.1', '10', '0.1'], ['0.1', '10', '0.1'], 'own'),
    ...TRIM_PARAMETERS,
  ],
  sample: null,
  contradiction: null,
  benchmark: (input) => {
    const reasons = new Reasons();
    const mean = statedMean(input, reasons);
    return benchmarkOf(mean, [step('mean', mean)], reasons);
  },
  score: bandScore,
};
