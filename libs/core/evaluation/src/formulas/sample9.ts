import { accept, refuse } from '@core/kernel';
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

const NINE = 9;

function inRange(input: Omit<FormulaInput, 'sample'>): readonly Quote[] {
  const ceiling = ceilingOf(input);
  const low = ceiling.times(input.settings.number('rangeFrom'));
  const high = ceiling.times(input.settings.number('rangeTo'));
  return input.quotes.filter(({ price }) => price.compare(low) >= 0 && price.compare(high) <= 0);
}

/**
 * Ceiling and nine drawn prices: benchmark = ceiling × w + mean of nine bids drawn within the stated range (all of them
 * where there are no more), highest and lowest left out, × (1 − w). Fewer than three prices are not trimmed.
 */
export const SAMPLE9: PriceFormula = {
  id: 'price-sample9',
  zh: '限价与抽取九家均价合成',
  en: 'ceiling and the mean of nine drawn bids',
  source: '公开源码，代码证据；合成范围与权重区间来源未载',
  status: 'unverified',
  meanValue: true,
  trims: true,
  needsCeiling: true,
  parameters: [
    numberOf('w', ['0.1', '0.9', '0.05'], {
      unit: 'ratio',
      origin: 'either',
      default: null,
      range: 'own',
      zh: '限价权重',
      en: 'weight of the ceiling',
    }),
    numberOf('rangeFrom', ['50', '100', '1'], {
      unit: 'percent',
      default: '80',
      range: 'own',
      zh: '合成范围下限（限价的%）',
      en: 'lower end of the range (percent of the ceiling)',
    }),
    numberOf('rangeTo', ['50', '100', '1'], {
      unit: 'percent',
      default: '100',
      range: 'own',
      zh: '合成范围上限（限价的%）',
      en: 'upper end of the range (percent of the ceiling)',
    }),
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'own'),
  ],
  sample: {
    zh: '合成范围内随机抽9家，不足全取',
    en: 'nine bids within the range, or all where there are no more',
    of: (input) => {
      const from = inRange(input).map((one) => one.bidId);
      return from.length === 0
        ? refuse('method.no_effective_price')
        : accept({ from, count: Math.min(NINE, from.length) });
    },
  },
  contradiction: (settings) =>
    settings.number('rangeFrom').compare(settings.number('rangeTo')) < 0
      ? null
      : ['rangeFrom', 'rangeTo'],
  benchmark: (input) => {
    const reasons = new Reasons();
    const within = inRange(input);
    const drawn = within.filter((one) => input.sample?.includes(one.bidId));
    for (const one of input.quotes) {
      const code = drawn.includes(one)
        ? 'in_sample'
        : within.includes(one)
          ? 'not_in_sample'
          : 'out_of_range';
      reasons.add(one.bidId, { code });
    }
    const mean = meanPrice(drawn.length >= 3 ? trim(drawn, 1, 1, reasons) : drawn);
    const w = input.settings.number('w');
    const value = ceilingOf(input)
      .times(w)
      .plus(mean.times(less(w)));
    const steps = [step('sampleSize', drawn.length), step('sampleMean', mean)];
    return benchmarkOf(value, steps, reasons);
  },
  score: deviationScore,
};
