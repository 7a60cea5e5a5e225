import { accept } from '@core/kernel';
import type { PriceFormula } from '../scoring/method';
import {
  benchmarkOf,
  deviationParameters,
  deviationScore,
  less,
  meanPrice,
  Reasons,
  step,
} from '../scoring/benchmarks';
import { numberOf } from '../scoring/parameters';

/**
 * How many of n bids are drawn: half of up to ten, at least 3; 40 % of up to twenty, at least 6; 30 % of more, at least
 * 9. The source does not say how a part is rounded: upwards here. Never more than there are.
 */
export function sampleSize(n: number): number {
  const [percent, least] = n <= 10 ? [50, 3] : n <= 20 ? [40, 6] : [30, 9];
  return Math.min(n, Math.max(least, Math.ceil((n * percent) / 100)));
}

/** Mean of a random sample, reduced (method 3 of the itender source): benchmark = mean of the sample × (1 − k). */
export const ITENDER_M3: PriceFormula = {
  id: 'price-itender-m3',
  zh: '随机样本均价下浮',
  en: 'mean of a random sample, reduced',
  source: '公开源码（com.itender.ms）方法三，代码证据；代码实现与注释有出入，地区未标',
  status: 'unverified',
  meanValue: true,
  trims: false,
  needsCeiling: false,
  parameters: [
    numberOf('k', ['0.5', '3', '0.5'], {
      unit: 'percent',
      origin: 'drawn',
      default: null,
      zh: '下浮系数 k（%）',
      en: 'down-float k (percent)',
    }),
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'source'),
  ],
  sample: {
    zh: '≤10家抽50%（至少3家），11–20家抽40%（至少6家），>20家抽30%（至少9家）',
    en: 'up to 10 bids: half, at least 3; up to 20: 40 %, at least 6; more: 30 %, at least 9',
    of: ({ quotes }) =>
      accept({ from: quotes.map((one) => one.bidId), count: sampleSize(quotes.length) }),
  },
  contradiction: null,
  benchmark: ({ quotes, settings, sample }) => {
    const reasons = new Reasons();
    const drawn = quotes.filter((one) => sample?.includes(one.bidId));
    for (const one of quotes) {
      reasons.add(one.bidId, { code: drawn.includes(one) ? 'in_sample' : 'not_in_sample' });
    }
    const mean = meanPrice(drawn);
    const steps = [step('sampleSize', drawn.length), step('sampleMean', mean)];
    return benchmarkOf(mean.times(less(settings.number('k'))), steps, reasons);
  },
  score: deviationScore,
};
