import { fen } from '@core/kernel';
import { evaluateBy, formulaOf, type MethodCase, type PricedBid } from '../index';

const BIDS: readonly PricedBid[] = [90_000, 80_000, 85_000].map((price, at) => ({
  bidId: `b${at}`,
  price: fen(price),
}));

function code(id: string, asked: Partial<MethodCase>): unknown {
  const formula = formulaOf(id);
  if (!formula) throw new Error('no formula');
  const outcome = evaluateBy(formula, { bids: BIDS, ceiling: fen(100_000), ...asked });
  return outcome.ok ? 'accepted' : outcome.refusal.code;
}

describe('what a method refuses', () => {
  it.each<[string, string, Partial<MethodCase>]>([
    ['method.no_bids', 'price-lowest-gp', { bids: [] }],
    ['method.duplicate_bid', 'price-lowest-gp', { bids: [...BIDS, BIDS[0]!] }],
    ['method.price_zero', 'price-lowest-gp', { bids: [{ bidId: 'x', price: fen(0) }] }],
    ['method.all_excluded', 'price-lowest-gp', { ceiling: fen(1) }],
    ['method.parameter_unknown', 'price-lowest-gp', { parameters: { trim: 'one-each' } }],
    ['method.parameter_unknown', 'price-lowest-gp', { drawn: { toString: '1' } }],
    ['method.parameter_missing', 'price-highway-reasonable-low', {}],
    ['method.parameter_missing', 'price-itender-m3', { parameters: { k: '0.5' } }],
    ['method.parameter_outside', 'price-score-E', { parameters: { eHigh: '2.1' } }],
    ['method.parameter_outside', 'price-score-E', { parameters: { eHigh: '1.05' } }],
    ['method.parameter_outside', 'price-score-E', { parameters: { eHigh: 'one' } }],
    ['method.parameter_outside', 'price-score-E', { parameters: { trim: 'two' } }],
    ['method.parameter_outside', 'price-score-E', { parameters: { scorePlaces: '7' } }],
    ['method.not_drawn', 'price-score-E', { drawn: { eHigh: '2' } }],
    [
      'method.parameters_contradict',
      'price-highway-reasonable-low',
      { parameters: { down: '1', eHigh: '1', eLow: '1' } },
    ],
    [
      'method.parameters_contradict',
      'price-highway-reasonable-low',
      { parameters: { down: '1' }, drawn: { down: '1' } },
    ],
    ['method.ceiling_missing', 'price-sample9', { ceiling: null, drawn: { w: '0.5' } }],
    ['method.sample_wrong', 'price-score-E', { sample: ['b0'] }],
    ['method.sample_wrong', 'price-itender-m3', { drawn: { k: '1' }, sample: ['b0', 'b0', 'b1'] }],
    ['method.sample_wrong', 'price-itender-m3', { drawn: { k: '1' }, sample: ['b0', 'b1'] }],
    ['accepted', 'price-itender-m3', { drawn: { k: '1' } }],
    [
      'method.no_effective_price',
      'price-abc',
      { parameters: { delta: '6', rangeFrom: '50', rangeTo: '60' }, drawn: { k: '95' } },
    ],
    [
      'method.parameters_contradict',
      'price-abc',
      { parameters: { delta: '6', rangeFrom: '60', rangeTo: '60' }, drawn: { k: '95' } },
    ],
    [
      'method.no_effective_price',
      'price-sample9',
      { parameters: { rangeFrom: '50', rangeTo: '60' }, drawn: { w: '0.5' } },
    ],
  ])('%s: %s', (expected, id, asked) => {
    expect(code(id, asked)).toBe(expected);
  });

  it('says what a draw must bring', () => {
    const six = Array.from({ length: 8 }, (_, at) => ({ bidId: `b${at}`, price: fen(1000 + at) }));
    const formula = formulaOf('price-itender-m3')!;
    expect(evaluateBy(formula, { bids: six, ceiling: null, drawn: { k: '1' } })).toMatchObject({
      refusal: {
        code: 'method.sample_missing',
        params: { count: 4, from: six.map((one) => one.bidId) },
      },
    });
  });
});

describe('what the documents may state about rounding', () => {
  const formula = formulaOf('price-lowest-gp')!;
  const score = (parameters: Record<string, string>): unknown => {
    const outcome = evaluateBy(formula, { bids: BIDS, ceiling: null, parameters });
    return outcome.ok && outcome.value.bids.map((one) => one.score);
  };

  it('changes the published score alone', () => {
    expect(score({})).toEqual(['100', '94.12', '88.89']);
    expect(score({ rounding: 'down' })).toEqual(['100', '94.11', '88.88']);
    expect(score({ scorePlaces: '0' })).toEqual(['100', '94', '89']);
    expect(score({ scorePlaces: '4' })).toEqual(['100', '94.1176', '88.8889']);
  });

  it('leaves out bids above the ceiling, with the reason', () => {
    const outcome = evaluateBy(formula, { bids: BIDS, ceiling: fen(86_000) });
    expect(outcome.ok && outcome.value.bids.at(-1)).toEqual({
      bidId: 'b0',
      priceYuan: '900.00',
      score: null,
      exact: null,
      rank: null,
      reasons: [{ code: 'above_ceiling', params: { ceiling: '860.00' } }],
    });
  });
});
