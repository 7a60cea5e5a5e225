import type { PriceFormula } from '../scoring/method';
import {
  benchmarkOf,
  deviationParameters,
  deviationScore,
  highCostsMore,
  less,
  Reasons,
  statedMean,
  step,
  TRIM_PARAMETERS,
} from '../scoring/benchmarks';
import { numberOf } from '../scoring/parameters';

/**
 * Reasonable low price of highways (公路合理低价法): benchmark = mean of the evaluated prices × (1 − down), score =
 * 100 − |deviation| × 100 × E, E1 above and E2 below, E1 > E2. Written from memory of the standard documents of 2018:
 * unverified.
 */
export const HIGHWAY_REASONABLE_LOW: PriceFormula = {
  id: 'price-highway-reasonable-low',
  zh: '公路合理低价法',
  en: 'reasonable low price of highways',
  source: '公路工程标准施工招标文件（2018年版），凭记忆，未核原文',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: false,
  parameters: [
    numberOf('down', ['0', '10', '0.5'], {
      unit: 'percent',
      origin: 'either',
      default: null,
      range: 'own',
      zh: '下浮系数（%）',
      en: 'down-float (percent)',
    }),
    ...deviationParameters(['0.1', '10', '0.1'], ['0.1', '10', '0.1'], 'own'),
    ...TRIM_PARAMETERS,
  ],
  sample: null,
  contradiction: highCostsMore,
  benchmark: (input) => {
    const reasons = new Reasons();
    const mean = statedMean(input, reasons);
    const value = mean.times(less(input.settings.number('down')));
    return benchmarkOf(value, [step('mean', mean)], reasons);
  },
  score: deviationScore,
};
