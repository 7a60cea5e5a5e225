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
const work = { reviews: reviews(), experts: EXPERTS, marks: [] as Mark[], drawn: {}, places: 3 };
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
    const asked = { plan, ceiling: null, bids: tied, drawn: {}, judges: [], marks: [], places: 3 };
    expect(rankByPlan(asked)).toMatchObject({ refusal: { code: 'evaluation.tie' } });
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
