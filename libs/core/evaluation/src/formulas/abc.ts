import { accept, decimal, refuse, type Fraction } from '@core/kernel';
import type { FormulaInput, PriceFormula, Quote } from '../scoring/method';
import {
  benchmarkOf,
  ceilingOf,
  deviationParameters,
  deviationScore,
  less,
  Reasons,
  step,
} from '../scoring/benchmarks';
import { numberOf } from '../scoring/parameters';

const [HALF, THREE_TENTHS, FIFTH] = [decimal('0.5'), decimal('0.3'), decimal('0.2')];
const B_BELOW = decimal('0.95');

interface Points {
  readonly a: Fraction;
  readonly c: Quote;
  /** The bids B may be drawn from: C ≤ price < 0.95 A. */
  readonly candidates: readonly Quote[];
}

/** A, C and the candidates of B; null where no price lies within the stated range. */
function pointsOf(input: Omit<FormulaInput, 'sample'>): Points | null {
  const { quotes, settings } = input;
  const control = ceilingOf(input);
  const [from, to] = [settings.number('rangeFrom'), settings.number('rangeTo')];
  const [low, high] = [control.times(from), control.times(to)];
  const c = quotes.find((one) => one.price.compare(low) >= 0 && one.price.compare(high) <= 0);
  if (!c) return null;
  const a = control.times(less(settings.number('delta')));
  const limit = a.times(B_BELOW);
  const candidates = quotes.filter(
    (one) => one.price.compare(c.price) >= 0 && one.price.compare(limit) < 0,
  );
  return { a, c, candidates };
}

/**
 * ABC composite (ABC 合成法): benchmark = (A × 50 % + B × 30 % + C × 20 %) × K; A = control price × (1 − Δ), C = lowest price
 * within the stated range, B = the price of a bid drawn from [C, 0.95 A). Refuses where nothing lies in the range or in
 * that interval.
 */
export const ABC: PriceFormula = {
  id: 'price-abc',
  zh: 'ABC合成法',
  en: 'ABC composite',
  source: '公开源码与常州招标文件字段说明，未核原文',
  status: 'unverified',
  meanValue: true,
  trims: false,
  needsCeiling: true,
  parameters: [
    numberOf('delta', ['6', '12', '0.5'], {
      unit: 'percent',
      origin: 'either',
      default: null,
      zh: '下浮率 Δ（%）',
      en: 'down-float Δ of the control price (percent)',
    }),
    numberOf('k', ['95', '98', '0.5'], {
      unit: 'percent',
      origin: 'drawn',
      default: null,
      zh: '系数 K（%）',
      en: 'coefficient K (percent)',
    }),
    numberOf('rangeFrom', ['50', '100', '1'], {
      unit: 'percent',
      default: '70',
      range: 'own',
      zh: '规定范围下限（控制价的%）',
      en: 'lower end of the stated range (percent of the control price)',
    }),
    numberOf('rangeTo', ['50', '100', '1'], {
      unit: 'percent',
      default: '100',
      range: 'own',
      zh: '规定范围上限（控制价的%）',
      en: 'upper end of the stated range (percent of the control price)',
    }),
    ...deviationParameters(['1', '2', '0.1'], ['0.5', '1', '0.1'], 'own'),
  ],
  sample: {
    zh: '自 [C, 0.95A) 内的评标价抽取一个为 B',
    en: 'B: the price of one bid drawn from [C, 0.95 A)',
    of: (input) => {
      const points = pointsOf(input);
      if (!points || points.candidates.length === 0) return refuse('method.no_effective_price');
      return accept({ from: points.candidates.map((one) => one.bidId), count: 1 });
    },
  },
  contradiction: (settings) =>
    settings.number('rangeFrom').compare(settings.number('rangeTo')) < 0
      ? null
      : ['rangeFrom', 'rangeTo'],
  benchmark: (input) => {
    const points = pointsOf(input);
    const b = points?.candidates.find((one) => input.sample?.includes(one.bidId));
    if (!points || !b) return refuse('method.no_effective_price');
    const { a, c } = points;
    const reasons = new Reasons();
    reasons.add(b.bidId, { code: 'in_sample' });
    const composite = a.times(HALF).plus(b.price.times(THREE_TENTHS)).plus(c.price.times(FIFTH));
    return benchmarkOf(
      composite.times(input.settings.number('k')),
      [step('a', a), step('b', b.price), step('c', c.price), step('composite', composite)],
      reasons,
    );
  },
  score: deviationScore,
};
