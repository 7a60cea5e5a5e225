import type { PriceFormula } from '../scoring/method';
import { benchmarkOf, Reasons, step } from '../scoring/benchmarks';

/**
 * Lowest evaluated price (经评审的最低投标价法, Order 12 arts. 29–33): the lowest price is the benchmark, nothing is
 * scored, the lower price is better.
 */
export const LOWEST_EVALUATED: PriceFormula = {
  id: 'lowest-evaluated-price',
  zh: '经评审的最低投标价法',
  en: 'lowest evaluated price',
  source: '12号令§29–§33',
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
  score: null,
};
