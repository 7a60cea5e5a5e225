import { fen } from '@core/kernel';
import { NATIONAL_2024 } from '@core/rules';
import fc from 'fast-check';
import {
  assessLot,
  checkFindings,
  checkMarks,
  evaluateBy,
  formulaOf,
  LOWEST_PRICE_PLAN,
  marksMissing,
  priceHeard,
  rejectsLowPrice,
  rankByPlan,
  suspiciouslyLow,
  type EvaluationPlan,
  type Mark,
  type PanelQuestion,
  type Review,
} from '../index';
import { sampleSize } from '../formulas/itender-m3';

const EXPERTS = ['a', 'b', 'c'];
const FORMULA: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-highway-reasonable-low',
  parameters: { down: '2', eHigh: '1', eLow: '0.5', tieBreak: 'lower-price' },
};
const SCORED: EvaluationPlan = {
  ...FORMULA,
  kind: 'comprehensive',
  priceWeight: '60',
  items: [
    { id: 'design', title: '施工组织设计', points: '25' },
    { id: 'team', title: '项目管理机构', points: '15' },
  ],
};
const bid = (bidId: string, yuan: number): { bidId: string; price: ReturnType<typeof fen> } => ({
  bidId,
  price: fen(yuan * 100),
});
const BIDS = [bid('x', 900_000), bid('y', 880_000), bid('z', 700_000)];
const review = (expertId: string, bidId: string, responsive = true): Review => ({
  expertId,
  bidId,
  responsive,
  ground: responsive ? '' : '未响应工期',
});
const reviews = (against: readonly string[] = []): Review[] =>
  EXPERTS.flatMap((one) => BIDS.map(({ bidId }) => review(one, bidId, !against.includes(bidId))));
const marks = (points: (bidId: string, judge: string) => string): Mark[] =>
  EXPERTS.flatMap((judge) =>
    BIDS.flatMap(({ bidId }) => [
      { judge, bidId, itemId: 'design', points: points(bidId, judge) },
      { judge, bidId, itemId: 'team', points: '10' },
    ]),
  );
const work = {
  reviews: reviews(),
  experts: EXPERTS,
  marks: [] as Mark[],
  drawn: {},
  orders: {},
  places: 3,
};
const law = { set: NATIONAL_2024, regime: 'C', on: '2026-03-02' } as const;

describe('ranking by the published plan', () => {
  it('is the formula’s own, whatever the order of the bids, and leaves rejected bids out of the benchmark', () => {
    const formula = formulaOf(FORMULA.formula!)!;
    fc.assert(
      fc.property(fc.shuffledSubarray(BIDS, { minLength: 2 }), (bids) => {
        const asked = {
          plan: FORMULA,
          ceiling: null,
          bids,
          drawn: {},
          orders: {},
          judges: [],
          marks: [],
          places: 3,
        };
        const ranked = rankByPlan(asked);
        const { parameters } = FORMULA;
        const own = evaluateBy(formula, { bids, ceiling: null, parameters });
        if (!ranked.ok || !own.ok) throw new Error('not ranked');
        expect(ranked.value.computation?.benchmarkYuan).toBe(own.value.benchmarkYuan);
        expect(ranked.value.ranked.map(({ bidId }) => bidId)).toEqual(
          own.value.bids.map(({ bidId }) => bidId),
        );
      }),
    );
    const lot = { lot: 1, ceiling: null, bids: BIDS };
    const all = assessLot(lot, { ...work, plan: FORMULA });
    const without = assessLot(lot, { ...work, plan: FORMULA, reviews: reviews(['z']) });
    if (!all.ok || !without.ok) throw new Error('not assessed');
    expect(without.value).toMatchObject({ valid: 2 });
    expect(without.value.assessments.at(-1)).toEqual({
      bidId: 'z',
      outcome: 'rejected',
      grounds: ['未响应工期', '未响应工期', '未响应工期'],
    });
    expect(without.value.computation?.benchmarkYuan).not.toBe(all.value.computation?.benchmarkYuan);
  });

  it('weighs the means of the points and the price, and shows marks that stand apart', () => {
    const lot = { lot: 1, ceiling: null, bids: BIDS };
    const given = marks((bidId, judge) => (bidId === 'z' && judge === 'c' ? '11' : '20'));
    const assessed = assessLot(lot, { ...work, plan: SCORED, marks: given });
    if (!assessed.ok) throw new Error(assessed.refusal.code);
    const { computation, assessments } = assessed.value;
    expect(computation?.notices.map(({ bidId, judge }) => [bidId, judge])).toEqual([['z', 'c']]);
    const z = computation?.bids.find(({ bidId }) => bidId === 'z');
    expect(z?.items).toEqual([
      { itemId: 'design', mean: '17' },
      { itemId: 'team', mean: '10' },
    ]);
    expect(assessments.every((one) => one.outcome === 'ranked' && one.score !== undefined)).toBe(
      true,
    );
    expect(assessLot(lot, { ...work, plan: SCORED, marks: given.slice(1) })).toMatchObject({
      refusal: { code: 'method.marks_missing' },
    });
  });

  it('ranks nobody where nobody is left, and by lowest price where no plan was stated', () => {
    const lot = { lot: 1, ceiling: fen(1), bids: BIDS };
    const none = assessLot(lot, { ...work, plan: FORMULA });
    expect(none).toMatchObject({ ok: true, value: { valid: 0, computation: null } });
    const lowest = assessLot({ ...lot, ceiling: null }, { ...work, plan: null });
    expect(lowest.ok && lowest.value.assessments.map(({ bidId }) => bidId)).toEqual([
      'z',
      'y',
      'x',
    ]);
  });

  it('refuses a tie the plan does not break', () => {
    const plan = { ...FORMULA, parameters: { ...FORMULA.parameters, tieBreak: 'report' } };
    const tied = [bid('x', 900_000), bid('y', 900_000), bid('z', 700_000)];
    const asked = {
      ...{ plan, ceiling: null, bids: tied, drawn: {}, orders: {}, places: 3 },
      judges: [],
      marks: [],
    };
    expect(rankByPlan(asked)).toMatchObject({ refusal: { code: 'evaluation.tie' } });
  });
});

describe('bids drawn in the hall', () => {
  const DRAWN_K: EvaluationPlan = {
    ...FORMULA,
    formula: 'price-itender-m3',
    parameters: { tieBreak: 'draw' },
    draw: { k: ['1', '2'] },
  };
  const many = Array.from({ length: 14 }, (_, at) =>
    bid(`b${String(at).padStart(2, '0')}`, 800_000 + at * 7_000),
  );
  const ids = many.map(({ bidId }) => bidId);
  const orders = fc.record({
    sample: fc.shuffledSubarray(ids, { minLength: ids.length }),
    tie: fc.shuffledSubarray(ids, { minLength: ids.length }),
  });
  const judged = (
    bids: typeof many,
    drawn: Partial<Record<'sample' | 'tie', string[]>>,
    plan: EvaluationPlan = DRAWN_K,
  ): ReturnType<typeof rankByPlan> =>
    rankByPlan({
      ...{ plan, ceiling: null, bids, orders: drawn, judges: [], marks: [], places: 3 },
      drawn: plan === DRAWN_K ? { k: '1' } : {},
    });
  const sampleOf = (outcome: ReturnType<typeof rankByPlan>): string[] => {
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const all = outcome.value.computation?.bids ?? [];
    return all
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'in_sample'))
      .map(({ bidId }) => bidId)
      .sort();
  };

  it('are the first of the drawn order; whoever was rejected is skipped', () => {
    fc.assert(
      fc.property(orders, fc.subarray(many, { minLength: 1 }), (drawn, valid) => {
        const standing = drawn.sample.filter((one) => valid.some(({ bidId }) => bidId === one));
        const count = sampleSize(valid.length);
        expect(sampleOf(judged(valid, drawn))).toEqual(standing.slice(0, count).sort());
        const formula = formulaOf('price-itender-m3')!;
        const own = evaluateBy(formula, {
          ...{ bids: valid, ceiling: null, drawn: { k: '1' } },
          sample: standing.slice(0, count),
        });
        const ranked = judged(valid, drawn);
        expect(ranked.ok && ranked.value.computation?.benchmarkYuan).toBe(
          own.ok && own.value.benchmarkYuan,
        );
      }),
    );
  });

  it('leave a rejected bid no influence: the order of the others alone decides', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...ids), (drawn, rejected) => {
        const valid = many.filter(({ bidId }) => bidId !== rejected);
        const without = {
          sample: drawn.sample.filter((one) => one !== rejected),
          tie: drawn.tie.filter((one) => one !== rejected),
        };
        expect(judged(valid, drawn)).toEqual(judged(valid, without));
      }),
    );
  });

  it('serve every lot by one order: the bids of other lots are skipped', () => {
    fc.assert(
      fc.property(orders, (drawn) => {
        for (const bids of [many.slice(0, 8), many.slice(8)]) {
          const own = bids.map(({ bidId }) => bidId);
          const lot = { lot: 1, ceiling: null, bids };
          const reviewed = EXPERTS.flatMap((one) => own.map((bidId) => review(one, bidId)));
          const panel = { ...work, reviews: reviewed, plan: DRAWN_K, drawn: { k: '1' } };
          const assessed = assessLot(lot, { ...panel, orders: drawn });
          if (!assessed.ok) throw new Error(assessed.refusal.code);
          const sampled = assessed.value.computation?.bids.filter(({ reasons }) =>
            reasons.some(({ code }) => code === 'in_sample'),
          );
          const expected = drawn.sample.filter((one) => own.includes(one));
          expect(sampled?.map(({ bidId }) => bidId).sort()).toEqual(
            expected.slice(0, sampleSize(bids.length)).sort(),
          );
        }
      }),
    );
  });

  it('are all of them where there are no more than the formula takes', () => {
    fc.assert(
      fc.property(orders, fc.subarray(many, { minLength: 1, maxLength: 3 }), (drawn, few) => {
        expect(sampleOf(judged(few, drawn))).toEqual(few.map(({ bidId }) => bidId).sort());
        expect(judged(few, { tie: drawn.tie })).toEqual(judged(few, drawn));
      }),
    );
  });

  it('are skipped above the ceiling and outside the range of the formula', () => {
    const plan: EvaluationPlan = {
      ...FORMULA,
      formula: 'price-sample9',
      parameters: { w: '0.5', rangeFrom: '90', rangeTo: '100' },
    };
    fc.assert(
      fc.property(orders, ({ sample }) => {
        const ceiling = fen(87_000_000);
        const asked = { plan, ceiling, bids: many, drawn: {}, orders: { sample } };
        const ranked = rankByPlan({ ...asked, judges: [], marks: [], places: 1 });
        const within = many
          .filter(({ price }) => price <= ceiling && price * 10 >= ceiling * 9)
          .map(({ bidId }) => bidId);
        const expected = sample.filter((one) => within.includes(one)).slice(0, 9);
        expect(sampleOf(ranked)).toEqual(expected.sort());
      }),
    );
  });

  it('are refused where the hall drew no sample, or one that leaves a bid out', () => {
    expect(judged(many, {})).toMatchObject({ refusal: { code: 'method.sample_missing' } });
    expect(judged(many, { sample: ids.slice(10) })).toMatchObject({
      refusal: { code: 'method.sample_wrong' },
    });
    const formula = formulaOf('price-itender-m3')!;
    const twice = { sample: ids.slice(0, 6), sampleOrder: ids };
    const asked = { bids: many, ceiling: null, drawn: { k: '1' }, ...twice };
    expect(evaluateBy(formula, asked)).toMatchObject({
      refusal: { code: 'method.sample_wrong' },
    });
    const other = formulaOf('price-lowest-gp')!;
    expect(evaluateBy(other, { bids: many, ceiling: null, sampleOrder: ids })).toMatchObject({
      refusal: { code: 'method.sample_wrong' },
    });
  });

  it('stand in the second order where they are equal, and nowhere else', () => {
    const plan: EvaluationPlan = {
      ...FORMULA,
      formula: 'price-lowest-gp',
      parameters: { tieBreak: 'draw' },
    };
    const prices = fc.array(fc.constantFrom(700_000, 800_000, 900_000), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    fc.assert(
      fc.property(prices, orders, fc.subarray(ids, { minLength: 1 }), (yuan, drawn, valid) => {
        const bids = ids
          .map((one, at) => bid(one, yuan[at] ?? 0))
          .filter(({ bidId }) => valid.includes(bidId));
        const ranked = judged(bids, drawn, plan);
        if (!ranked.ok) throw new Error(ranked.refusal.code);
        const expected = [...bids].sort(
          (one, other) =>
            one.price - other.price ||
            drawn.tie.indexOf(one.bidId) - drawn.tie.indexOf(other.bidId),
        );
        expect(ranked.value.ranked.map(({ bidId }) => bidId)).toEqual(
          expected.map(({ bidId }) => bidId),
        );
      }),
    );
    const equal = ids.map((one) => bid(one, 700_000));
    expect(judged(equal, {}, plan)).toMatchObject({ refusal: { code: 'evaluation.tie' } });
    expect(judged(equal, { tie: ids.slice(1) }, plan)).toMatchObject({
      refusal: { code: 'method.tie_order_wrong' },
    });
  });

  it('decide in comprehensive scoring too, by equal totals', () => {
    const plan: EvaluationPlan = {
      ...SCORED,
      parameters: { ...SCORED.parameters, tieBreak: 'draw' },
    };
    const lot = { lot: 1, ceiling: null, bids: [bid('x', 1), bid('y', 1), bid('z', 1)] };
    const tie = ['z', 'x', 'y'];
    const given = marks(() => '20');
    const assessed = assessLot(lot, { ...work, plan, marks: given, orders: { tie } });
    if (!assessed.ok) throw new Error(assessed.refusal.code);
    expect(assessed.value.assessments.map(({ bidId }) => bidId)).toEqual(tie);
    expect(assessed.value.computation?.bids[0]?.reasons).toContainEqual({
      code: 'tie_broken_by_draw',
    });
  });
});

describe('the panel’s work', () => {
  it.each([
    [
      'too many points',
      [
        ['design', '26'],
        ['team', '1'],
      ],
      'evaluation.mark_outside',
    ],
    [
      'three places',
      [
        ['design', '1.005'],
        ['team', '1'],
      ],
      'evaluation.mark_outside',
    ],
    [
      'no number',
      [
        ['design', '-'],
        ['team', '1'],
      ],
      'evaluation.mark_outside',
    ],
    ['an item left out', [['design', '1']], 'evaluation.marks_missing'],
    [
      'an item twice',
      [
        ['design', '1'],
        ['design', '1'],
        ['team', '1'],
      ],
      'evaluation.marks_missing',
    ],
    [
      'a foreign item',
      [
        ['design', '1'],
        ['team', '1'],
        ['colour', '1'],
      ],
      'evaluation.marks_missing',
    ],
  ])('does not take %s', (_what, given, code) => {
    const points = (given as [string, string][]).map(([itemId, one]) => ({ itemId, points: one }));
    expect(checkMarks(SCORED, points)).toMatchObject({ refusal: { code } });
    expect(checkMarks(FORMULA, points)).toMatchObject({ refusal: { code: 'evaluation.no_marks' } });
  });

  it('counts what is missing, member by member', () => {
    const all = marks(() => '20');
    const ids = BIDS.map(({ bidId }) => bidId);
    expect(marksMissing(SCORED, EXPERTS, ids, all)).toBe(0);
    expect(marksMissing(SCORED, EXPERTS, ids, all.slice(3))).toBe(3);
    expect(marksMissing(FORMULA, EXPERTS, ids, [])).toBe(0);
  });

  it.each([
    ['报价低于成本', true, true],
    ['报价过低，可能影响履约', true, true],
    ['投标总价明显偏低', true, true],
    ['以低价抢标', true, true],
    ['The price is unreasonably low', true, true],
    ['below cost', true, true],
    ['报价不合理', false, true],
    ['报价高于最高投标限价', false, true],
    ['The price looks odd', false, true],
    ['未经投标单位盖章', false, false],
    ['项目经理没有注册证书', false, false],
    ['The bid is not signed', false, false],
  ])('is rejected for its low price: %s', (ground, plain, suspicious) => {
    const said = { ground, belowCost: false };
    expect(rejectsLowPrice(said, false)).toBe(plain);
    expect(rejectsLowPrice(said, true)).toBe(suspicious);
    expect(rejectsLowPrice({ ...said, belowCost: true }, false)).toBe(true);
  });

  it('asks about prices at the plan’s line and below, not about bids above the ceiling', () => {
    const plan = { ...FORMULA, askBelowPercent: '10' };
    expect(suspiciouslyLow(plan, [bid('x', 100), bid('y', 120), bid('z', 80)], null)).toEqual([
      'z',
    ]);
    expect(suspiciouslyLow(plan, [bid('x', 100), bid('y', 110), bid('z', 90)], null)).toEqual([
      'z',
    ]);
    expect(
      suspiciouslyLow(plan, [bid('x', 100), bid('y', 500), bid('z', 95)], fen(11_000)),
    ).toEqual([]);
    expect(suspiciouslyLow(plan, [bid('x', 100)], null)).toEqual([]);
    expect(suspiciouslyLow(FORMULA, BIDS, null)).toEqual([]);
  });

  it('hears a bidder before its price is held against it', () => {
    const question: PanelQuestion = { bidId: 'z', about: 'price', dueAt: 100, answeredAt: null };
    const heard = (questions: readonly PanelQuestion[], now: number) =>
      priceHeard('z', questions, now, law);
    const cited = { law: { ruleId: 'eval-lowprice-clarify-first' } };
    expect(heard([], 0)).toMatchObject({ refusal: { code: 'evaluation.not_asked', ...cited } });
    expect(heard([{ ...question, about: 'bid' }], 200)).toMatchObject({
      refusal: { code: 'evaluation.not_asked' },
    });
    expect(heard([question], 99)).toMatchObject({
      refusal: { code: 'evaluation.still_answering', ...cited },
    });
    expect(heard([question], 100).ok).toBe(true);
    expect(heard([{ ...question, answeredAt: 5 }], 6).ok).toBe(true);
  });

  it('gives a reasoned finding where fewer than three bids are valid, and only there', () => {
    const finding = { lot: 1, verdict: 'sufficient', reason: '两家报价相差较大' } as const;
    const check = (valid: number, ...findings: Parameters<typeof checkFindings>[1]) =>
      checkFindings([{ lot: 1, valid }], findings, law);
    expect(check(3).ok).toBe(true);
    expect(check(3, finding)).toMatchObject({ refusal: { code: 'evaluation.finding_needless' } });
    expect(check(2)).toMatchObject({
      refusal: { code: 'evaluation.finding_missing', law: { ruleId: 'eval-lt3-reasoned' } },
    });
    expect(check(2, finding).ok).toBe(true);
    expect(check(2, { ...finding, reason: ' ' }).ok).toBe(false);
    expect(check(2, finding, finding).ok).toBe(false);
    expect(check(0, finding).ok).toBe(false);
    expect(check(0, { ...finding, verdict: 'reject-all' }).ok).toBe(true);
  });
});
