import { orderOfValues } from '@core/draw';
import { fen } from '@core/kernel';
import { COUNTY_2013, NATIONAL_2024 } from '@core/rules';
import fc from 'fast-check';
import { PRICE_FORMULAS } from '../formulas/index';
import { COMMON_PARAMETERS, drawValues } from '../scoring/parameters';
import {
  combinations,
  drawnFrom,
  drawPool,
  drawRules,
  drawsInHall,
  drawText,
  LOWEST_PRICE_PLAN,
  MOST_COMBINATIONS,
  planFindings,
  planFitsTender,
  planLines,
  readPlan,
  type EvaluationPlan,
} from '../index';

const HIGHWAY: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-highway-reasonable-low',
  parameters: { eHigh: '1', eLow: '0.5', down: '3', tieBreak: 'lower-price' },
};
const M1: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-itender-m1',
  parameters: {},
  draw: { down: ['0.5', '1.0'], w: ['0.30', '0.35', '0.40'], k: ['0.96', '0.97', '0.98', '0.99'] },
};
/** A sample of the bids, a drawn coefficient, and ties by lot. */
const SAMPLED: EvaluationPlan = {
  ...M1,
  formula: 'price-itender-m3',
  parameters: { tieBreak: 'draw' },
  draw: { k: ['1', '2'] },
};
const TIED: EvaluationPlan = {
  ...HIGHWAY,
  parameters: { ...HIGHWAY.parameters, tieBreak: 'draw' },
};
const SCORED: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'comprehensive',
  formula: 'price-lowest-gp',
  priceWeight: '60',
  items: [
    { id: 'design', title: '施工组织设计', points: '25' },
    { id: 'team', title: '项目管理机构', points: '15' },
  ],
};
const codeOf = (raw: unknown): string | undefined => {
  const read = readPlan(raw);
  return read.ok ? undefined : read.refusal.code;
};

describe('an evaluation plan', () => {
  it.each([
    ['by lowest price', LOWEST_PRICE_PLAN],
    ['by a formula with stated parameters', HIGHWAY],
    ['by a formula with drawn coefficients', M1],
    ['by a formula that draws bids', SAMPLED],
    ['with ties by lot', TIED],
    ['by comprehensive scoring', SCORED],
    [
      'with a line below which prices are asked about',
      { ...LOWEST_PRICE_PLAN, askBelowPercent: '15' },
    ],
    ['whose candidates are not ranked', { ...SCORED, apart: true as const }],
  ])('%s is taken as it is', (_how, plan) => {
    expect(readPlan(plan)).toEqual({ ok: true, value: plan });
  });

  it.each([
    ['by lowest price, decided apart', { ...LOWEST_PRICE_PLAN, apart: true }, 'plan.malformed'],
    ['no plan', null, 'plan.malformed'],
    ['an unknown member', { ...HIGHWAY, weights: '1' }, 'plan.malformed'],
    [
      'a formula by lowest price',
      { ...LOWEST_PRICE_PLAN, formula: 'price-score-E' },
      'plan.malformed',
    ],
    ['no formula', { ...HIGHWAY, formula: null }, 'plan.formula_missing'],
    ['an unknown formula', { ...HIGHWAY, formula: 'best-guess' }, 'method.unknown'],
    [
      'a formula that gives no scores',
      { ...SCORED, formula: 'lowest-evaluated-price' },
      'method.unknown',
    ],
    [
      'a formula that draws bids and a coefficient, without its values',
      { ...HIGHWAY, formula: 'price-itender-m3', parameters: {} },
      'method.parameter_missing',
    ],
    ['a missing coefficient', { ...M1, draw: { w: ['0.30'] } }, 'method.parameter_missing'],
    [
      'a value off its steps',
      { ...M1, draw: { ...M1.draw, k: ['0.965'] } },
      'method.parameter_outside',
    ],
    ['a value twice', { ...M1, draw: { ...M1.draw, k: ['0.96', '0.96'] } }, 'plan.malformed'],
    [
      'a coefficient stated and drawn',
      { ...M1, parameters: { down: '1' } },
      'method.parameters_contradict',
    ],
    [
      'a stated parameter drawn',
      { ...HIGHWAY, draw: { tieBreak: ['report'] } },
      'method.not_drawn',
    ],
    [
      'slopes the wrong way',
      { ...HIGHWAY, parameters: { ...HIGHWAY.parameters, eHigh: '0.5', eLow: '1' } },
      'method.parameters_contradict',
    ],
    ['weights over 100', { ...SCORED, priceWeight: '61' }, 'method.weights_wrong'],
    [
      'an item twice',
      { ...SCORED, items: [SCORED.items[0], { ...SCORED.items[1], id: 'design' }] },
      'method.weights_wrong',
    ],
    ['no items', { ...SCORED, priceWeight: '100', items: [] }, 'method.weights_wrong'],
    ['items without scoring', { ...HIGHWAY, items: SCORED.items }, 'plan.malformed'],
    ['a line at the mean', { ...HIGHWAY, askBelowPercent: '0' }, 'plan.malformed'],
    ['a line at nothing', { ...HIGHWAY, askBelowPercent: '100' }, 'plan.malformed'],
  ])('with %s is refused', (_what, raw, code) => {
    expect(codeOf(raw)).toBe(code);
  });

  it('that would list too many combinations is refused', () => {
    const formula = PRICE_FORMULAS.find(({ id }) => id === 'price-aq')!;
    const draw = Object.fromEntries(
      formula.parameters.flatMap((spec) =>
        spec.kind === 'number' && spec.origin === 'either' ? [[spec.key, drawValues(spec)]] : [],
      ),
    );
    expect(codeOf({ ...HIGHWAY, formula: 'price-aq', parameters: {}, draw })).toBe(
      'plan.too_many_draws',
    );
    expect(combinations(draw)).toBeNull();
    expect(drawPool({ ...HIGHWAY, draw }, ['a'])).toEqual([]);
    const ties = {
      parameters: { tieBreak: 'draw' },
      draw: { ...draw, k1: draw.k1?.slice(0, 1) ?? [] },
    };
    expect(codeOf({ ...HIGHWAY, formula: 'price-aq', ...ties })).toBe('plan.too_many_draws');
  });

  it('needs a ceiling in every lot where its formula does, and no lottery', () => {
    expect(planFitsTender(M1, 'open_tender', [fen(1), null])).toMatchObject({
      refusal: { code: 'method.ceiling_missing' },
    });
    expect(planFitsTender(M1, 'open_tender', [fen(1)]).ok).toBe(true);
    expect(planFitsTender(SCORED, 'lottery', [])).toMatchObject({
      refusal: { code: 'plan.not_for_method' },
    });
    expect(planFitsTender(null, 'lottery', []).ok).toBe(true);
  });

  it('says what is drawn of the bids, in both languages', () => {
    const lines = planLines(SAMPLED, 'zh').join('\n');
    expect(lines).toContain('开标后公开抽出全部投标的先后顺序');
    expect(lines).toContain('另一顺序');
    expect(planLines(SAMPLED, 'en').join('\n')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(planLines(TIED, 'en').join('\n')).toContain('second order');
    expect(planLines(HIGHWAY, 'en').join('\n')).not.toContain('order of all bids');
  });

  it('is told in both languages, the method first', () => {
    expect(planLines(null, 'zh')).toEqual(['经评审的最低投标价法']);
    expect(planLines(SCORED, 'zh').slice(0, 2)).toEqual([
      '综合评估法',
      '价格 60 分、施工组织设计 25 分、项目管理机构 15 分',
    ]);
    expect(planLines({ ...M1, askBelowPercent: '15' }, 'en').join('\n')).not.toMatch(
      /[\u4e00-\u9fff]/,
    );
    expect(planLines(M1, 'zh').filter((line) => line.startsWith('开标后公开抽取'))).toHaveLength(3);
  });
});

describe('a choice a plan states', () => {
  const choices = [...PRICE_FORMULAS.flatMap(({ parameters }) => parameters), ...COMMON_PARAMETERS];
  const stated = choices.flatMap((spec) =>
    spec.kind === 'choice' ? spec.choices.map((choice) => [spec.key, choice, spec] as const) : [],
  );

  it('of a tie rule is said in words', () => {
    expect(planLines(HIGHWAY, 'zh').join()).toContain('得分相同时的处理 报价低的优先');
    expect(planLines(HIGHWAY, 'en').join()).toContain('the lower price comes first');
  });

  it.each(stated)('%s: %s is not said as its code', (key, choice, spec) => {
    for (const language of ['zh', 'en'] as const) {
      const formula = PRICE_FORMULAS.find(({ parameters }) =>
        parameters.some((spec) => spec.key === key),
      );
      const plan = {
        ...M1,
        formula: formula?.id ?? M1.formula,
        draw: {},
        parameters: { [key]: choice },
      };
      const line = planLines(plan, language).find((one) => /载明|stated/.test(one)) ?? '';
      expect(line).not.toBe('');
      expect(line).toContain(spec[language]);
      expect(line).not.toContain(`${spec[language]} ${choice}`);
    }
  });
});

describe('the law of a plan', () => {
  const verdicts = (
    plan: EvaluationPlan | null,
    regime: 'A' | 'B' | 'C' | 'D',
    set = NATIONAL_2024,
  ) =>
    planFindings(set, regime, 'goods', plan, '2026-03-02')
      .filter(({ outcome }) => outcome === 'violated')
      .map(({ ruleId }) => ruleId);

  it('lets procurement score by the lowest price alone, with the least weight of the price', () => {
    expect(verdicts(HIGHWAY, 'B')).toEqual(['gp-lowprice-formula']);
    expect(verdicts({ ...SCORED, priceWeight: '20' }, 'B')).toEqual(['gp-price-weight']);
    expect(verdicts(SCORED, 'B')).toEqual([]);
    expect(verdicts(null, 'B')).toEqual([]);
  });

  it.each([NATIONAL_2024, COUNTY_2013])('says where bids may be drawn: $id', (set) => {
    const named = (plan: EvaluationPlan, regime: 'A' | 'B' | 'C' | 'D'): string[] =>
      planFindings(set, regime, 'goods', plan, '2026-03-02').map(
        ({ ruleId, outcome, citation }) => `${ruleId} ${outcome} ${citation}`,
      );
    const statedInDocuments = [
      'sample-draw-stated satisfied 招标投标法实施条例§49',
      'tie-draw-stated satisfied 招标投标法实施条例§49',
    ];
    for (const regime of ['A', 'C', 'D'] as const) {
      expect(named(SAMPLED, regime)).toEqual(expect.arrayContaining(statedInDocuments));
      expect(named(HIGHWAY, regime).join()).not.toContain('draw-stated');
    }
    expect(named(SAMPLED, 'B')).toContain('gp-lowprice-formula violated 87号令§55');
    const goods = { ...TIED, formula: 'price-lowest-gp', parameters: { tieBreak: 'draw' } };
    expect(named(goods, 'B')).toEqual(
      expect.arrayContaining([
        'gp-lowprice-formula satisfied 87号令§55',
        'gp-tie-random satisfied 87号令§68',
      ]),
    );
    expect(verdicts(goods, 'B', set)).toEqual([]);
  });

  it.each(['A', 'C', 'D'] as const)('lets %s compare by a mean', (regime) => {
    expect(verdicts(HIGHWAY, regime)).toEqual([]);
    expect(verdicts(HIGHWAY, regime, COUNTY_2013)).toEqual([]);
  });
});

describe('what the hall draws', () => {
  it('is one value for every combination, and names it', () => {
    const pool = drawPool(M1, ['a']);
    expect(pool).toHaveLength(2 * 3 * 4);
    expect(pool[0]).toBe('down=0.5 k=0.96 w=0.30');
    expect(new Set(pool).size).toBe(pool.length);
    for (const value of pool) expect(drawText(drawnFrom(M1, [value])!.values)).toBe(value);
    expect(drawnFrom(M1, ['k=1'])).toBeNull();
    expect(drawPool(HIGHWAY, ['a'])).toEqual([]);
    expect(drawRules(M1, ['a']).pick).toMatchObject([{ seats: 1 }]);
    expect([M1, HIGHWAY, SAMPLED, TIED].map(drawsInHall)).toEqual([true, false, true, true]);
  });

  it('is every opened bid beside them, once for each order the plan needs', () => {
    expect(drawPool(SAMPLED, ['b', 'a'])).toEqual([
      ...['k=1', 'k=2'],
      ...['sample a', 'sample b', 'tie a', 'tie b'],
    ]);
    expect(drawRules(SAMPLED, ['b', 'a']).pick).toMatchObject([{ seats: 6 }]);
    expect(drawPool(TIED, ['b', 'a'])).toEqual(['tie a', 'tie b']);
    const many = Array.from({ length: 600 }, (_, at) => `b${at}`);
    expect(drawRules(SAMPLED, many).pick).toMatchObject([{ seats: 1000 }]);
    expect(drawPool(TIED, [])).toEqual([]);
  });

  it('gives whole orders of the opened bids, whatever the order of the pool', () => {
    const bids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { maxLength: 12 });
    fc.assert(
      fc.property(bids, fc.infiniteStream(fc.nat()), (ids, random) => {
        const pool = drawPool(SAMPLED, ids);
        const order = pool
          .map((value) => [random.next().value ?? 0, value] as const)
          .sort(([one], [other]) => one - other)
          .map(([, value]) => value);
        const drawn = drawnFrom(SAMPLED, order)!;
        expect(['1', '2']).toContain(drawn.values.k);
        for (const kind of ['sample', 'tie'] as const) {
          const own = drawn.orders[kind] ?? [];
          expect([...own].sort()).toEqual([...ids].sort());
          const places = own.map((id) => order.indexOf(`${kind} ${id}`));
          expect(places).toEqual([...places].sort((one, other) => one - other));
        }
      }),
    );
  });

  it('puts each bid first equally often, and ties independently of the sample', () => {
    const ids = ['a', 'b', 'c'];
    const plan = { ...SAMPLED, draw: {}, formula: 'price-sample9' };
    const seeds = Array.from({ length: 1800 }, (_, at) => at.toString(16).padStart(64, '0'));
    const pairs = seeds.map((seed) => {
      const { orders } = drawnFrom(plan, orderOfValues(seed, drawPool(plan, ids)))!;
      return `${orders.sample?.[0] ?? ''}${orders.tie?.[0] ?? ''}`;
    });
    // Nine pairs, 200 each; five standard deviations of a binomial share are 67.
    for (const one of ids.flatMap((first) => ids.map((other) => first + other))) {
      const count = pairs.filter((pair) => pair === one).length;
      expect([one, Math.abs(count - 200) < 67]).toEqual([one, true]);
    }
  });

  it('does not depend on the order in which the plan was typed, and never exceeds its bound', () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 99 }).map(String), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values), (draw) => {
        const all = combinations(draw);
        const product = Object.values(draw).reduce((count, { length }) => count * length, 1);
        const turned = Object.fromEntries(Object.entries(draw).reverse());
        expect(combinations(turned)).toEqual(all);
        if (product > MOST_COMBINATIONS) expect(all).toBeNull();
        else expect(all).toHaveLength(Object.keys(draw).length === 0 ? 0 : product);
      }),
    );
  });
});
