import { LOWEST_PRICE_PLAN, readPlan } from '@core/evaluation';
import {
  formulasFor,
  initialOf,
  planOf,
  pointsOf,
  tieBreakOf,
  typedOf,
  withFormula,
  withTieBreak,
  type TypedPlan,
} from './typed-plan';

const typed: TypedPlan = {
  kind: 'formula',
  formula: 'price-highway-reasonable-low',
  chosen: {},
  priceWeight: '60',
  items: [
    { title: '施工组织设计', points: '25' },
    { title: '项目管理机构', points: '15' },
  ],
  ask: '',
  blind: false,
  apart: false,
};

describe('a plan as it is typed', () => {
  it.each(formulasFor('formula').map(({ id }) => id))('with %s is one the server takes', (id) => {
    const plan = planOf({ ...typed, formula: id });
    const read = readPlan(plan);
    expect(read).toMatchObject({ ok: true });
    expect(planOf(typedOf(plan))).toEqual(plan);
  });

  it('states one value and draws several', () => {
    const plan = planOf({
      ...typed,
      formula: 'price-aq',
      chosen: { k1: ['0.900'], k2: ['0.800', '0.900'] },
    });
    expect(plan.parameters).toMatchObject({ k1: '0.900', tieBreak: 'lower-price' });
    expect(plan.draw).toEqual({ k2: ['0.800', '0.900'] });
  });

  it('breaks ties by the lower price until a draw is chosen, and keeps that with another formula', () => {
    expect(tieBreakOf(typed)).toBe('lower-price');
    const drawn = withTieBreak({ ...typed, chosen: { down: ['2'] } }, 'draw');
    expect(planOf(drawn).parameters).toMatchObject({ down: '2', tieBreak: 'draw' });
    const other = withFormula(drawn, 'price-sample9');
    expect(other.chosen).toEqual({ tieBreak: ['draw'] });
    const plan = planOf(other);
    expect(readPlan(plan)).toMatchObject({ ok: true, value: { parameters: { tieBreak: 'draw' } } });
    expect(planOf(typedOf(plan))).toEqual(plan);
  });

  it('offers the formulas that draw bids too', () => {
    for (const kind of ['formula', 'comprehensive'] as const) {
      const offered = formulasFor(kind).map(({ id }) => id);
      expect(offered).toEqual(expect.arrayContaining(['price-itender-m3', 'price-sample9']));
    }
  });

  it('scores items only where the panel scores', () => {
    const scored = planOf({ ...typed, kind: 'comprehensive' });
    expect(scored.items.map(({ id }) => id)).toEqual(['item-1', 'item-2']);
    expect(readPlan(scored)).toMatchObject({ ok: true });
    expect(planOf(typed)).toMatchObject({ items: [], priceWeight: null });
    expect(pointsOf(typed)).toBe(100);
    expect(formulasFor('comprehensive').every(({ score }) => score !== null)).toBe(true);
  });

  it('begins where the tender stands', () => {
    expect(planOf(typedOf(LOWEST_PRICE_PLAN))).toEqual(LOWEST_PRICE_PLAN);
    expect(typedOf(LOWEST_PRICE_PLAN).formula).not.toBe('');
    expect(
      initialOf({ key: 'x', kind: 'choice', choices: ['a', 'b'], default: 'b', zh: '', en: '' }),
    ).toEqual(['b']);
  });
});
