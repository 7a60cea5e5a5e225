import { LOWEST_PRICE_PLAN, type EvaluationPlan, type ItemPoints } from '@core/evaluation';

/** By a formula whose parameters the documents state. */
export const DEMO_FORMULA: EvaluationPlan = {
  ...LOWEST_PRICE_PLAN,
  kind: 'formula',
  formula: 'price-highway-reasonable-low',
  parameters: { down: '2', eHigh: '1', eLow: '0.5', tieBreak: 'lower-price' },
  askBelowPercent: '15',
};

/** By the formula of the transport projects: the ceiling comes down, w and k are drawn in the hall after the reading. */
export const DEMO_DRAWN: EvaluationPlan = {
  ...DEMO_FORMULA,
  formula: 'price-itender-m1',
  parameters: { down: '1', tieBreak: 'lower-price' },
  draw: { w: ['0.30', '0.35', '0.40'], k: ['0.96', '0.97', '0.98', '0.99'] },
};

/** By comprehensive scoring: price and two items. */
export const DEMO_SCORING: EvaluationPlan = {
  ...DEMO_FORMULA,
  kind: 'comprehensive',
  priceWeight: '60',
  items: [
    { id: 'item-1', title: '施工组织设计', points: '25' },
    { id: 'item-2', title: '项目管理机构', points: '15' },
  ],
};

/** What the demo's member in this seat gives the bid at this place: near the others, never the same. */
export function demoMarks(plan: EvaluationPlan, seat: number, place: number): ItemPoints[] {
  return plan.items.map(({ id, points }, at) => {
    const percent = 78 + ((seat * 3 + place * 5 + at * 2) % 15);
    return { itemId: id, points: String((Number(points) * percent) / 100) };
  });
}
