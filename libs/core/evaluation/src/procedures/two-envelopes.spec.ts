import fc from 'fast-check';
import { NATIONAL_2024 } from '@core/rules';
import road from '../../../../../test/cases/two-envelope-road-2025.json';
import {
  chooseForOpening,
  evaluateTwoEnvelopes,
  fenOf,
  simulate,
  type TechnicalResult,
  type TwoEnvelopeCase,
  type TwoEnvelopeOutcome,
} from '../index';

const yuan = (price: number): string => price.toFixed(2);
const [first, second] = road.candidates;

/**
 * The notice gives the number of bidders, how many were rejected and opened, and the two valid prices. The technical
 * scores and the price of the third opened bid are not published; these stand in for them, in an order that does not
 * give the result away.
 */
const TECHNICAL: TechnicalResult[] = [
  { bidId: second!.name, score: '91.2' },
  { bidId: 'third opened', score: '90.85' },
  { bidId: first!.name, score: '88' },
  ...['d', 'e', 'f', 'g', 'h'].map((bidId, at) => ({ bidId, score: `${80 - at}.5` })),
  { bidId: 'i', rejected: road.facts.reason_first },
];
const CASE: TwoEnvelopeCase = {
  ceiling: null,
  formula: 'lowest-evaluated-price',
  technical: TECHNICAL,
  open: 3,
  cut: 'refuse',
  prices: [
    { bidId: first!.name, price: fenOf(yuan(first!.price_yuan)) },
    { bidId: second!.name, price: fenOf(yuan(second!.price_yuan)) },
    { bidId: 'third opened', price: fenOf('4900000'), rejected: road.facts.reason_second },
  ],
};

function outcome(change: Partial<TwoEnvelopeCase> = {}): TwoEnvelopeOutcome {
  const evaluated = evaluateTwoEnvelopes({ ...CASE, ...change });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.refusal));
  return evaluated.value;
}

describe('two envelopes', () => {
  it('give the published candidates of the road of 2025', () => {
    const { bids, technical } = outcome();
    const count = (what: string): number => technical.filter((one) => one.outcome === what).length;
    expect(technical).toHaveLength(road.facts.bidders);
    expect(count('rejected')).toBe(road.facts.rejected_in_first_envelope);
    expect(count('chosen')).toBe(road.facts.opened_second_envelopes);
    const valid = bids.filter((one) => one.rank !== null);
    expect(valid).toHaveLength(road.facts.valid);
    expect(bids).toHaveLength(road.facts.valid + road.facts.rejected_in_second_envelope);
    expect(valid.map(({ rank, bidId, priceYuan }) => [rank, bidId, priceYuan])).toEqual(
      road.candidates.map((one) => [one.order_in_notice, one.name, yuan(one.price_yuan)]),
    );
    expect(bids.at(-1)?.reasons).toEqual([
      { code: 'rejected', params: { ground: road.facts.reason_second } },
    ]);
  });

  it('ask, by law, for a reasoned finding when fewer than three bids are valid', () => {
    const simulated = simulate(
      {
        format: 'sunlit-simulate-1',
        method: 'two-envelopes',
        formula: 'lowest-evaluated-price',
        law: { ruleSet: 'national-2024', regime: 'A' },
        technical: TECHNICAL.map((one) =>
          'score' in one
            ? { id: one.bidId, score: one.score }
            : { id: one.bidId, rejected: one.rejected },
        ),
        open: 3,
        bids: [
          { id: first!.name, priceYuan: yuan(first!.price_yuan) },
          { id: second!.name, priceYuan: yuan(second!.price_yuan) },
          { id: 'third opened', priceYuan: '4900000', rejected: road.facts.reason_second },
        ],
      },
      [NATIONAL_2024],
      '2026-03-02',
    );
    expect(simulated.ok && simulated.value.law?.findings.map((one) => one.ruleId)).toEqual([
      'eval-method-two',
      'eval-lt3-reasoned',
    ]);
    expect(simulated.ok && simulated.value.outcome).toEqual(outcome());
  });

  it('open nobody else’s envelope', () => {
    const prices = [...CASE.prices, { bidId: 'd', price: fenOf('1') }];
    expect(evaluateTwoEnvelopes({ ...CASE, prices })).toMatchObject({
      refusal: { code: 'method.not_opened', params: { bidId: 'd' } },
    });
  });

  it.each<[string, Partial<TwoEnvelopeCase>]>([
    ['method.price_missing', { prices: CASE.prices.slice(1) }],
    ['method.duplicate_bid', { prices: [...CASE.prices, CASE.prices[0]!] }],
    ['method.duplicate_bid', { technical: [...TECHNICAL, TECHNICAL[0]!] }],
    ['method.ground_missing', { technical: [...TECHNICAL, { bidId: 'z', rejected: ' ' }] }],
    [
      'method.ground_missing',
      { prices: CASE.prices.map((one) => (one.rejected ? { ...one, rejected: '' } : one)) },
    ],
    ['method.all_excluded', { prices: CASE.prices.map((one) => ({ ...one, rejected: 'x' })) }],
    ['method.all_excluded', { technical: [{ bidId: 'z', rejected: 'x' }] }],
    ['method.no_bids', { technical: [] }],
    ['method.parameter_outside', { open: 0 }],
    ['method.mark_outside', { technical: [{ bidId: 'z', score: '-1' }] }],
    ['method.unknown', { formula: 'nothing' }],
  ])('refuse with %s', (code, change) => {
    expect(evaluateTwoEnvelopes({ ...CASE, ...change })).toMatchObject({ refusal: { code } });
  });

  it('decide a tie at the cut only as stated', () => {
    const technical = TECHNICAL.map((one) =>
      one.bidId === 'd' ? { bidId: 'd', score: '88.00' } : one,
    );
    expect(chooseForOpening(technical, 3, 'refuse')).toMatchObject({
      refusal: { code: 'method.tie_at_cut', params: { tied: ['d', first!.name] } },
    });
    const all = chooseForOpening(technical, 3, 'admit-all');
    expect(all.ok && all.value.filter((one) => one.outcome === 'chosen')).toHaveLength(4);
    expect(all.ok && all.value.slice(0, 5).map((one) => one.rank)).toEqual([1, 2, 3, 3, 5]);
    // A tie above the cut is none of its business.
    expect(chooseForOpening(technical, 4, 'refuse').ok).toBe(true);
  });

  it('choose the highest scores, whatever the order', () => {
    const results = fc.uniqueArray(
      fc.record({
        bidId: fc.string({ minLength: 1, maxLength: 4 }),
        score: fc.integer({ min: 0, max: 40 }).map((score) => `${score / 4}`),
      }),
      { selector: (one) => one.bidId, minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(results, fc.integer({ min: 1, max: 12 }), (technical, open) => {
        const chosen = chooseForOpening(technical, open, 'admit-all');
        expect(chooseForOpening([...technical].reverse(), open, 'admit-all')).toEqual(chosen);
        if (!chosen.ok) throw new Error('refused');
        const scores = (outcome: string): number[] =>
          chosen.value.filter((one) => one.outcome === outcome).map((one) => Number(one.score));
        const worst = Math.min(...scores('chosen'));
        expect(scores('chosen').length).toBeGreaterThanOrEqual(Math.min(open, technical.length));
        for (const score of scores('not_opened')) expect(score).toBeLessThan(worst);
        expect(scores('chosen').filter((score) => score > worst).length).toBeLessThan(open);
      }),
    );
  });
});
