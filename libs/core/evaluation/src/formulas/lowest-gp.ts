import { fraction } from '@core/kernel';
import type { PriceFormula } from '../scoring/method';
import { benchmarkOf, Reasons, sideOf, step } from '../scoring/benchmarks';

const HUNDRED = fraction(100);

/**
 * Price score of government procurement (低价优先法, Order 87 art. 55): the lowest valid price is the benchmark, a
 * score is benchmark / price × 100. No price is left out.
 */
export const LOWEST_GP: PriceFormula = {
  id: 'price-lowest-gp',
  zh: '政府采购价格分（低价优先法）',
  en: 'price score of government procurement (lowest price first)',
  source: '87号令§55',
  status: 'checked',
  meanValue: false,
  trims: false,
  needsCeiling: false,
  parameters: [],
  sample: null,
  contradiction: null,
  benchmark: ({ quotes }) => {
    const [lowest] = quotes;
    if (!lowest) throw new RangeError('a formula was asked without bids');
    return benchmarkOf(lowest.price, [step('lowest', lowest.price)], new Reasons());
  },
  score: (price, benchmark) => ({
    score: benchmark.over(price).times(HUNDRED),
    reason: sideOf(price, benchmark),
  }),
};
