import type { PriceFormula } from '../scoring/method';
import {
  benchmarkOf,
  deviationParameters,
  deviationScore,
  Reasons,
  statedMean,
  step,
  TRIM_PARAMETERS,
} from '../scoring/benchmarks';

/**
 * Score by deviation (E 系数法): 100 − 100 × E × |price − benchmark| / benchmark, E 1–2 above and 0.5–1 below. The source
 * gives the score alone; here the benchmark is the mean of the valid prices, one highest and one lowest left out.
 */
export const SCORE_E: PriceFormula = {
  id: 'price-score-E',
  zh: '偏差率扣分法（E系数）',
  en: 'score by deviation (coefficient E)',
  source: '公开源码（com.itender.ms），代码证据，地区未标',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: false,
  parameters: [
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'source'),
    ...TRIM_PARAMETERS,
  ],
  sample: null,
  contradiction: null,
  benchmark: (input) => {
    const reasons = new Reasons();
    const mean = statedMean(input, reasons);
    return benchmarkOf(mean, [step('mean', mean)], reasons);
  },
  score: deviationScore,
};
