import {
  accept,
  decimal,
  dictionary,
  fraction,
  isObject,
  list,
  literal,
  nullable,
  read,
  readDecimal,
  refuse,
  struct,
  text,
  type Refusal,
  type Result,
  type ShapeOf,
} from '@core/kernel';
import { formulaOf } from '../formulas/index';
import { OUTLIER_PERCENT } from '../procedures/comprehensive';
import type { MethodRefusal, ParameterSpec, PriceFormula } from '../scoring/method';
import { settle } from '../scoring/parameters';
import { combinations, MOST_BESIDE_BIDS, MOST_COMBINATIONS } from './combinations';
import { bidOrdersOf } from './bid-orders';

/** How the bids of a tender are compared (评标办法). */
export const PLAN_KINDS = ['lowest-price', 'formula', 'comprehensive'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

const VALUE = text(/^[A-Za-z0-9.-]{1,30}$/);
const NUMBER = text(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/);
const ITEM = struct({
  id: text(/^[a-z0-9-]{1,20}$/),
  title: text(/^\P{C}{1,120}$/u),
  points: NUMBER,
});

/** The points a panel gives for one item: what the documents call it, and how many at most. */
export type PlanItem = ShapeOf<typeof ITEM>;

const PLAN = struct(
  {
    kind: literal(...PLAN_KINDS),
    formula: nullable(text(/^[A-Za-z0-9-]{1,60}$/)),
    parameters: dictionary(VALUE),
    draw: dictionary(list(VALUE, 1, MOST_COMBINATIONS)),
    priceWeight: nullable(NUMBER),
    items: list(ITEM, 0, 50),
    askBelowPercent: nullable(NUMBER),
  },
  { blind: literal(true), apart: literal(true) },
);

/**
 * The evaluation plan of a tender, as it is published and as `tender.published` carries it. `formula`: id of the price
 * formula, null by lowest price. `parameters`: what the documents state; `draw`: per coefficient the values one of which
 * is drawn in the hall. `priceWeight` and the points of `items` add up to 100 in comprehensive scoring, else null and
 * none. `askBelowPercent`: a valid bid so many percent below the mean of the valid bids is asked before it is judged.
 * `blind`: the items are scored before the panel knows whose bid it scores (暗标评审); only in comprehensive scoring.
 * `apart`: the panel's candidates are not ranked and the tenderer's committee decides (评定分离); not by lowest price.
 */
export type EvaluationPlan = ShapeOf<typeof PLAN>;

export type PlanRefusal =
  | MethodRefusal
  | Refusal<
      'plan.malformed' | 'plan.too_many_draws' | 'plan.not_for_method' | 'plan.formula_missing'
    >;

/** By lowest evaluated price: what a tender has until it says otherwise. */
export const LOWEST_PRICE_PLAN: EvaluationPlan = {
  kind: 'lowest-price',
  formula: null,
  parameters: {},
  draw: {},
  priceWeight: null,
  items: [],
  askBelowPercent: null,
};

/** The parameters a plan settles: those of its formula, and of the procedure around it. */
export function planParameters(
  kind: PlanKind,
  formula: Pick<PriceFormula, 'parameters'>,
): readonly ParameterSpec[] {
  return kind === 'comprehensive' ? [...formula.parameters, OUTLIER_PERCENT] : formula.parameters;
}

function onlyLowest(plan: EvaluationPlan): Result<EvaluationPlan, PlanRefusal> {
  const isBare =
    plan.formula === null &&
    plan.priceWeight === null &&
    plan.items.length === 0 &&
    plan.blind === undefined &&
    plan.apart === undefined &&
    Object.keys(plan.parameters).length === 0 &&
    Object.keys(plan.draw).length === 0;
  return isBare ? accept(plan) : refuse('plan.malformed', { path: '$.kind' });
}

function weightsFault(plan: EvaluationPlan): Result<EvaluationPlan, PlanRefusal> {
  if (plan.kind !== 'comprehensive') {
    if (plan.blind) return refuse('plan.malformed', { path: '$.blind' });
    return plan.priceWeight === null && plan.items.length === 0
      ? accept(plan)
      : refuse('plan.malformed', { path: '$.items' });
  }
  const price = decimal(plan.priceWeight ?? '0');
  if (price.n <= 0n) return refuse('method.weights_wrong', { item: 'price' });
  let sum = price;
  const seen = new Set<string>();
  for (const { id, points } of plan.items) {
    const worth = decimal(points);
    if (worth.n <= 0n || seen.has(id)) return refuse('method.weights_wrong', { item: id });
    seen.add(id);
    sum = sum.plus(worth);
  }
  return sum.compare(fraction(100)) === 0 && plan.items.length > 0
    ? accept(plan)
    : refuse('method.weights_wrong', { sum: sum.toString() });
}

/** Every combination the draw may give must settle and contradict nothing. */
function drawFault(plan: EvaluationPlan, formula: PriceFormula): Result<true, PlanRefusal> {
  const drawn = combinations(plan.draw);
  const most = bidOrdersOf(plan).length === 0 ? MOST_COMBINATIONS : MOST_BESIDE_BIDS;
  if (drawn === null || drawn.length > most) return refuse('plan.too_many_draws', { most });
  const specs = planParameters(plan.kind, formula);
  const fixed = Object.keys(plan.draw).find(
    (key) => !specs.some((one) => one.key === key && one.kind === 'number'),
  );
  if (fixed !== undefined) return refuse('method.not_drawn', { key: fixed });
  for (const values of drawn.length === 0 ? [{}] : drawn) {
    const settled = settle(specs, plan.parameters, values);
    if (!settled.ok) return settled;
    const keys = formula.contradiction?.(settled.value);
    if (keys) return refuse('method.parameters_contradict', { keys });
  }
  return accept(true);
}

function withFormula(plan: EvaluationPlan): Result<EvaluationPlan, PlanRefusal> {
  if (plan.formula === null) return refuse('plan.formula_missing');
  const formula = formulaOf(plan.formula);
  if (!formula || (plan.kind === 'comprehensive' && !formula.score)) {
    return refuse('method.unknown', { method: plan.formula });
  }
  const repeated = Object.entries(plan.draw).find(
    ([, values]) => new Set(values).size !== values.length,
  );
  if (repeated) return refuse('plan.malformed', { path: `$.draw.${repeated[0]}` });
  const draw = drawFault(plan, formula);
  return draw.ok ? weightsFault(plan) : draw;
}

/**
 * Checks an evaluation plan as it was typed or published. Refuses what could not be evaluated later: an unknown formula,
 * parameters outside their ranges, weights that do not add up to 100, coefficients without values to draw from, more than
 * {@link MOST_COMBINATIONS} combinations of them, or {@link MOST_BESIDE_BIDS} where bids are drawn too.
 */
export function readPlan(raw: unknown): Result<EvaluationPlan, PlanRefusal> {
  const shaped = read(PLAN, raw);
  if (!shaped.ok) {
    return refuse('plan.malformed', { path: String(shaped.refusal.params?.path ?? '$') });
  }
  const plan = shaped.value;
  const known = (key: string): boolean =>
    key in LOWEST_PRICE_PLAN || key === 'blind' || key === 'apart';
  const extra = isObject(raw) && Object.keys(raw).find((key) => !known(key));
  if (extra) return refuse('plan.malformed', { path: `$.${extra}` });
  const below = readDecimal(plan.askBelowPercent ?? '1');
  if (!below.ok || below.value.n <= 0n || below.value.compare(fraction(100)) >= 0) {
    return refuse('plan.malformed', { path: '$.askBelowPercent' });
  }
  return plan.kind === 'lowest-price' ? onlyLowest(plan) : withFormula(plan);
}
