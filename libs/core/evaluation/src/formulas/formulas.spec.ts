import fc from 'fast-check';
import { decimal, fen } from '@core/kernel';
import {
  drawValues,
  evaluateBy,
  formulaOf,
  PRICE_FORMULAS,
  type MethodCase,
  type MethodOutcome,
  type PriceFormula,
  type PricedBid,
} from '../index';
import { sampleSize } from './itender-m3';
import { trimmedAtEachEnd } from './aq';

const CEILING = 100_000_000;
const EXACT = { benchmarkRounding: 'exact' };

function formula(id: string): PriceFormula {
  const found = formulaOf(id);
  if (!found) throw new Error(`no formula ${id}`);
  return found;
}

function priced(...yuan: number[]): PricedBid[] {
  return yuan.map((price, at) => ({
    bidId: `b${String(at + 1).padStart(2, '0')}`,
    price: fen(price * 100),
  }));
}

function outcomeOf(
  id: string,
  asked: Omit<MethodCase, 'ceiling'> & Partial<MethodCase>,
): MethodOutcome {
  const outcome = evaluateBy(formula(id), { ceiling: null, ...asked });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

function scores({ bids }: MethodOutcome): Record<string, string | null> {
  return Object.fromEntries(bids.map((one) => [one.bidId, one.score]));
}

/** The coefficients a formula wants drawn, each picked by a number between 0 and 1. */
function drawnFor({ parameters }: PriceFormula, picks: readonly number[]): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const [at, spec] of parameters.entries()) {
    if (spec.kind !== 'number' || spec.origin === 'stated') continue;
    const values = drawValues(spec);
    drawn[spec.key] = values[Math.floor((picks[at % picks.length] ?? 0) * values.length)] ?? '';
  }
  return drawn;
}

/** A case a formula accepts: what it asks to be drawn is drawn. Null where the formula refuses the prices themselves. */
function settled(
  one: PriceFormula,
  bids: readonly PricedBid[],
  picks: readonly number[],
  parameters: Record<string, string> = {},
): MethodCase | null {
  const asked = { bids, ceiling: fen(CEILING), parameters, drawn: drawnFor(one, picks) };
  const first = evaluateBy(one, asked);
  if (first.ok) return asked;
  const { code, params } = first.refusal;
  if (code !== 'method.sample_missing') {
    expect(['method.no_effective_price', 'method.too_few_bids']).toContain(code);
    return null;
  }
  const from = [...(params?.from as string[])];
  const count = params?.count as number;
  const sample: string[] = [];
  for (let at = 0; sample.length < count; at++) {
    const pick = Math.floor((picks[at % picks.length] ?? 0) * from.length);
    sample.push(...from.splice(pick, 1));
  }
  return { ...asked, sample };
}

const lists = fc
  .array(fc.integer({ min: 60_000_000, max: CEILING }), { minLength: 1, maxLength: 26 })
  .map((prices) => prices.map((price, at) => ({ bidId: `b${at}`, price: fen(price) })));
const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
  minLength: 5,
  maxLength: 9,
});

describe('the vector of the formula library', () => {
  const bids = priced(850, 860, 870, 880, 890);
  const expected = { b01: '98.85', b02: '99.43', b03: '100', b04: '98.85', b05: '97.70' };

  it.each([
    ['price-score-E', {}],
    ['price-highway-reasonable-low', { down: '0' }],
  ])('comes out of %s byte for byte', (id, parameters) => {
    const outcome = outcomeOf(id, { bids, parameters: { eHigh: '1', eLow: '0.5', ...parameters } });
    expect(outcome.benchmarkYuan).toBe('870.00');
    expect(scores(outcome)).toEqual(expected);
    expect(outcome.ties).toEqual([['b01', 'b04']]);
    expect(outcome.bids.map((one) => [one.bidId, one.rank])).toEqual([
      ['b03', 1],
      ['b02', 2],
      ['b01', 3],
      ['b04', 3],
      ['b05', 5],
    ]);
    expect(outcome.bids.find((one) => one.bidId === 'b01')?.exact).toBe('8600/87');
  });

  it('breaks its tie only by a rule the documents state', () => {
    const parameters = { tieBreak: 'lower-price' };
    const byPrice = outcomeOf('price-score-E', { bids, parameters });
    expect(byPrice.ties).toEqual([]);
    expect(byPrice.bids.map((one) => one.bidId)).toEqual(['b03', 'b02', 'b01', 'b04', 'b05']);
    const byDraw = outcomeOf('price-score-E', {
      bids,
      parameters: { tieBreak: 'draw' },
      tieOrder: ['b04', 'b01'],
    });
    expect(byDraw.bids.map((one) => [one.bidId, one.rank])).toContainEqual(['b04', 3]);
    expect(byDraw.bids.map((one) => [one.bidId, one.rank])).toContainEqual(['b01', 4]);
    const wrong = [
      { parameters: { tieBreak: 'draw' }, tieOrder: ['b04'] },
      { parameters: { tieBreak: 'draw' }, tieOrder: ['b04', 'b04', 'b01'] },
      { parameters: { tieBreak: 'draw' }, tieOrder: ['b04', 'b01', 'x'] },
      { parameters: {}, tieOrder: ['b04', 'b01'] },
    ];
    for (const asked of wrong) {
      expect(evaluateBy(formula('price-score-E'), { bids, ceiling: null, ...asked })).toMatchObject(
        {
          refusal: { code: 'method.tie_order_wrong' },
        },
      );
    }
  });
});

describe('each formula, against its own arithmetic', () => {
  const bids = priced(900_000, 880_000, 910_000, 860_000, 930_000, 700_000, 950_000);
  const near = (outcome: MethodOutcome, benchmark: number): void => {
    expect(Number(outcome.benchmarkYuan)).toBeCloseTo(benchmark, 1);
  };

  it('lowest evaluated price ranks by price and scores nothing', () => {
    const outcome = outcomeOf('lowest-evaluated-price', { bids: priced(3, 1, 2, 1) });
    expect(outcome.bids.map((one) => [one.bidId, one.rank, one.score])).toEqual([
      ['b02', 1, null],
      ['b04', 1, null],
      ['b03', 3, null],
      ['b01', 4, null],
    ]);
    expect(outcome.ties).toEqual([['b02', 'b04']]);
  });

  it('price-lowest-gp: lowest / price × 100', () => {
    const outcome = outcomeOf('price-lowest-gp', { bids: priced(100, 120, 150) });
    expect(scores(outcome)).toEqual({ b01: '100', b02: '83.33', b03: '66.67' });
  });

  it('price-itender-m1: prices below the theoretical cost stay out of the mean, and are asked about', () => {
    const outcome = outcomeOf('price-itender-m1', {
      bids,
      ceiling: fen(CEILING),
      parameters: { down: '1' },
      drawn: { w: '0.3', k: '0.97' },
    });
    const final = 1_000_000 * 0.99;
    const mean = (900_000 + 880_000 + 910_000 + 860_000 + 930_000) / 5;
    expect(Number(outcome.steps.find((one) => one.key === 'theoreticalCost')?.value)).toBeCloseTo(
      (final * 0.5 + mean * 0.5) * 0.85,
      4,
    );
    const effective = (880_000 + 900_000 + 910_000 + 930_000) / 4;
    near(outcome, (final * 0.3 + effective * 0.7) * 0.97);
    const low = outcome.bids.find((one) => one.bidId === 'b06');
    expect(low?.reasons[0]?.code).toBe('below_theoretical_cost');
    expect(low?.rank).not.toBeNull();
  });

  it('price-itender-m1 trims only more than five effective prices', () => {
    const five = bids.filter((one) => one.bidId !== 'b06' && one.bidId !== 'b07');
    const outcome = outcomeOf('price-itender-m1', {
      bids: five,
      ceiling: fen(CEILING),
      parameters: { down: '0.5' },
      drawn: { w: '0.4', k: '0.99' },
    });
    near(outcome, (995_000 * 0.4 + 896_000 * 0.6) * 0.99);
    // The theoretical cost does leave out the ends of five: (880,000 + 900,000 + 910,000) / 3.
    const cost = outcome.steps.find((one) => one.key === 'theoreticalCost')?.value ?? '';
    expect(asFloat(cost)).toBeCloseTo((995_000 * 0.5 + (2_690_000 / 3) * 0.5) * 0.85, 4);
  });

  it('price-itender-m1: a price at the theoretical cost is effective', () => {
    // (990,000 / 2 + (777,138 + 899,982) / 4) × 0.85 = 777,138
    const outcome = outcomeOf('price-itender-m1', {
      bids: priced(777_138, 899_982),
      ceiling: fen(CEILING),
      parameters: { down: '1' },
      drawn: { w: '0.3', k: '0.97' },
    });
    expect(outcome.steps).toContainEqual({ key: 'theoreticalCost', value: '777138' });
    expect(outcome.steps).toContainEqual({ key: 'effectiveBids', value: '2' });
  });

  it('price-itender-m3: the mean of the drawn', () => {
    const sample = ['b01', 'b03', 'b06', 'b07'];
    const outcome = outcomeOf('price-itender-m3', { bids, drawn: { k: '2' }, sample });
    near(outcome, ((900_000 + 910_000 + 700_000 + 950_000) / 4) * 0.98);
    expect([1, 2, 3, 6, 7, 10, 11, 15, 16, 20, 21, 30, 31].map(sampleSize)).toEqual([
      1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10,
    ]);
  });

  it('price-abc: A, the drawn B, the lowest C', () => {
    const asked = { bids, ceiling: fen(CEILING), parameters: { delta: '6' }, drawn: { k: '96' } };
    const outcome = outcomeOf('price-abc', { ...asked, sample: ['b02'] });
    near(outcome, (940_000 * 0.5 + 880_000 * 0.3 + 700_000 * 0.2) * 0.96);
    // 0.95 A = 893,000 itself cannot be B.
    const edge = priced(893_000, 892_999, 700_000);
    expect(evaluateBy(formula('price-abc'), { ...asked, bids: edge })).toMatchObject({
      refusal: { code: 'method.sample_missing', params: { from: ['b03', 'b02'], count: 1 } },
    });
    expect(evaluateBy(formula('price-abc'), { ...asked, sample: ['b01'] })).toMatchObject({
      refusal: { code: 'method.sample_wrong', params: { from: ['b06', 'b04', 'b02'] } },
    });
    const narrow = { ...asked, parameters: { delta: '6', rangeFrom: '86' } };
    near(outcomeOf('price-abc', { ...narrow, sample: ['b04'] }), (470_000 + 860_000 * 0.5) * 0.96);
  });

  it('price-aq: a mean for seven, for four to six, the second lowest for fewer', () => {
    const asked = { ceiling: fen(CEILING), drawn: { k1: '0.95', k2: '0.9', q1: '0.65' } };
    const benchmark = (a: number): number => a * 0.95 * 0.65 + 1_000_000 * 0.9 * 0.35;
    near(outcomeOf('price-aq', { ...asked, bids }), benchmark(896_000));
    const four = priced(900_000, 880_000, 910_000, 800_000);
    near(outcomeOf('price-aq', { ...asked, bids: four }), benchmark(860_000));
    near(outcomeOf('price-aq', { ...asked, bids: four.slice(0, 3) }), benchmark(900_000));
    expect(evaluateBy(formula('price-aq'), { ...asked, bids: four.slice(0, 1) })).toMatchObject({
      refusal: { code: 'method.too_few_bids' },
    });
    expect([7, 8, 12, 13].map(trimmedAtEachEnd)).toEqual([1, 2, 2, 3]);
  });

  it('price-sample9: nine of those within the range, trimmed', () => {
    const many = priced(...Array.from({ length: 11 }, (_, at) => 850_000 + at * 10_000), 790_000);
    const sample = many.slice(0, 9).map((one) => one.bidId);
    const asked = { bids: many, ceiling: fen(CEILING), drawn: { w: '0.4' } };
    const outcome = outcomeOf('price-sample9', { ...asked, sample });
    near(outcome, 400_000 + 890_000 * 0.6);
    const codes = (id: string): unknown => outcome.bids.find((one) => one.bidId === id)?.reasons[0];
    expect([codes('b12'), codes('b11'), codes('b02')]).toEqual([
      { code: 'out_of_range' },
      { code: 'not_in_sample' },
      { code: 'in_sample' },
    ]);
    const few = outcomeOf('price-sample9', { ...asked, bids: priced(850_000, 870_000) });
    near(few, 400_000 + 860_000 * 0.6);
  });

  it('price-band-reasonable-low: full marks up to both ends, then a slope', () => {
    const parameters = { eHigh: '2', eLow: '1', trim: 'none' };
    // Mean 1000: 950 and 1030 are the ends.
    const outcome = outcomeOf('price-band-reasonable-low', {
      bids: priced(950, 1030, 940, 1040, 1040),
      parameters,
    });
    expect(outcome.benchmarkYuan).toBe('1000.00');
    expect(scores(outcome)).toEqual({ b01: '100', b02: '100', b03: '99', b04: '98', b05: '98' });
    const reasons = outcome.bids.map((one) => one.reasons[0]?.code);
    expect(reasons).toEqual([
      'inside_band',
      'inside_band',
      'below_band',
      'above_band',
      'above_band',
    ]);
  });

  it('prices are left out of a mean from the stated number of bids on', () => {
    const mean = (parameters: Record<string, string>, ...yuan: number[]): string | null =>
      outcomeOf('price-score-E', { bids: priced(...yuan), parameters }).benchmarkYuan;
    expect(mean({}, 100, 100, 100, 200)).toBe('125.00');
    expect(mean({}, 100, 100, 100, 100, 200)).toBe('100.00');
    expect(mean({ trimFrom: '4' }, 100, 100, 100, 200)).toBe('100.00');
    expect(mean({ trimFrom: '6' }, 100, 100, 100, 100, 200)).toBe('120.00');
    expect(mean({ trim: 'none' }, 100, 100, 100, 100, 200)).toBe('120.00');
  });

  it('a stated down-float lowers the highway benchmark', () => {
    const outcome = outcomeOf('price-highway-reasonable-low', {
      bids: priced(100, 200, 300, 400),
      parameters: { trim: 'none', eHigh: '10', eLow: '0.1' },
      drawn: { down: '2.5' },
    });
    expect(outcome.benchmarkYuan).toBe('243.75');
    expect(outcome.bids.at(-1)).toMatchObject({ bidId: 'b04', score: '0' });
    expect(outcome.bids.at(-1)?.reasons.map((one) => one.code)).toContain('floored_at_zero');
  });
});

describe.each(PRICE_FORMULAS.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  it('does not depend on the order of the bids', () => {
    fc.assert(
      fc.property(lists, chances, fc.infiniteStream(fc.nat()), (bids, picks, keys) => {
        const asked = settled(one, bids, picks);
        if (!asked) return;
        const order = new Map(bids.map((bid) => [bid.bidId, keys.next().value ?? 0]));
        const shuffled = [...bids].sort((a, b) => order.get(a.bidId)! - order.get(b.bidId)!);
        expect(evaluateBy(one, { ...asked, bids: shuffled })).toEqual(evaluateBy(one, asked));
      }),
    );
  });

  it('gives the same scores in another currency', () => {
    fc.assert(
      fc.property(lists, chances, fc.integer({ min: 2, max: 9 }), (bids, picks, factor) => {
        const asked = settled(one, bids, picks, EXACT);
        if (!asked) return;
        const scaled = evaluateBy(one, {
          ...asked,
          ceiling: fen(CEILING * factor),
          bids: bids.map(({ bidId, price }) => ({ bidId, price: fen(price * factor) })),
        });
        const plain = evaluateBy(one, asked);
        if (!scaled.ok || !plain.ok) throw new Error('refused');
        const view = ({ bids: all }: MethodOutcome): unknown =>
          all.map(({ bidId, score, exact, rank }) => ({ bidId, score, exact, rank }));
        expect(view(scaled.value)).toEqual(view(plain.value));
        expect(scaled.value.ties).toEqual(plain.value.ties);
      }),
    );
  });

  it('keeps scores within 0 and 100, falling away from the benchmark on either side; equals are equal', () => {
    fc.assert(
      fc.property(lists, chances, fc.nat(), (some, picks, twin) => {
        const bids = [...some, { bidId: 'twin', price: some[twin % some.length]!.price }];
        const asked = settled(one, bids, picks, EXACT);
        if (!asked) return;
        const outcome = evaluateBy(one, asked);
        if (!outcome.ok) throw new Error('refused');
        const { bids: scored, ties } = outcome.value;
        const same = bids[twin % some.length]!.bidId;
        expect(ties.some((tie) => tie.includes('twin') && tie.includes(same))).toBe(true);
        const by = (bidId: string): (typeof scored)[number] =>
          scored.find((bid) => bid.bidId === bidId)!;
        expect(by('twin').rank).toBe(by(same).rank);
        const benchmark = asFloat(outcome.value.benchmarkYuan!);
        const points = scored
          .map((bid) => ({ price: Number(bid.priceYuan), score: Number(bid.score ?? 0) }))
          .sort((a, b) => a.price - b.price);
        for (const { score } of points) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
        for (const [at, { price, score }] of points.entries()) {
          const next = points[at + 1];
          if (!next) break;
          if (next.price <= benchmark) expect(next.score).toBeGreaterThanOrEqual(score);
          if (price >= benchmark) expect(next.score).toBeLessThanOrEqual(score);
        }
      }),
    );
  });

  it('states who may be trimmed: nobody where nothing is', () => {
    fc.assert(
      fc.property(lists, chances, (bids, picks) => {
        const asked = settled(one, bids, picks);
        const outcome = asked && evaluateBy(one, asked);
        if (!outcome?.ok) return;
        const codes = outcome.value.bids.flatMap((bid) => bid.reasons.map((reason) => reason.code));
        if (!one.trims) expect(codes).not.toContain('trimmed_low');
        if (!one.trims) expect(codes).not.toContain('trimmed_high');
      }),
    );
  });

  it('has parameters whose defaults and draws lie in their own ranges', () => {
    for (const spec of one.parameters) {
      if (spec.kind === 'choice') {
        expect(spec.choices).toContain(spec.default);
        continue;
      }
      const values = drawValues(spec);
      expect(values.length).toBeGreaterThan(1);
      expect(new Set(values).size).toBe(values.length);
      expect(decimal(values[0]!)).toEqual(decimal(spec.min));
      expect(decimal(values.at(-1)!)).toEqual(decimal(spec.max));
      if (spec.default !== null) {
        expect(values.map((text) => decimal(text).toString())).toContain(spec.default);
      }
    }
  });
});

/** A printed exact number, `n/d` or a decimal, as a float for comparison. */
function asFloat(text: string): number {
  const [n = '0', d = '1'] = text.split('/');
  return Number(n) / Number(d);
}
