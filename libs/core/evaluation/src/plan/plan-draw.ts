import { MOST_SEATS, VALUES_STRATUM, type DrawRules } from '@core/draw';
import { BID_ORDERS, bidOrdersOf, type BidOrder, type DrawnOrders } from './bid-orders';
import { combinations, type DrawnValues } from './combinations';
import type { EvaluationPlan } from './plan';

/** Everything the hall drew for a plan. */
export interface HallDrawn {
  readonly values: DrawnValues;
  readonly orders: DrawnOrders;
}

/** Whether the hall draws anything for a plan. */
export function drawsInHall(plan: EvaluationPlan): boolean {
  return Object.keys(plan.draw).length > 0 || bidOrdersOf(plan).length > 0;
}

/** A combination as a value of the draw's pool: `k=0.97 w=0.35`, by ascending key. */
export function drawText(values: DrawnValues): string {
  return Object.keys(values)
    .sort()
    .map((key) => `${key}=${values[key] ?? ''}`)
    .join(' ');
}

/** A bid as a value of the draw's pool: `sample <bid>`, `tie <bid>`. */
function bidText(kind: BidOrder, bidId: string): string {
  return `${kind} ${bidId}`;
}

/** The bid a value of the pool stands for, and in which order; null for a combination of coefficients. */
export function bidOfValue(
  value: string,
): { readonly kind: BidOrder; readonly bidId: string } | null {
  const kind = BID_ORDERS.find((one) => value.startsWith(bidText(one, '')));
  return kind === undefined ? null : { kind, bidId: value.slice(bidText(kind, '').length) };
}

/**
 * The values the one draw of a plan is held over: every combination of its coefficients, then all opened bids, by ascending
 * id, once for each order. None: nothing is drawn.
 */
export function drawPool(plan: EvaluationPlan, bids: readonly string[]): readonly string[] {
  const sorted = [...bids].sort();
  return [
    ...(combinations(plan.draw) ?? []).map(drawText),
    ...bidOrdersOf(plan).flatMap((kind) => sorted.map((bidId) => bidText(kind, bidId))),
  ];
}

/** One combination is drawn, for all lots of the tender; where bids are drawn, the whole pool in its order. */
export function drawRules(plan: EvaluationPlan, bids: readonly string[]): DrawRules {
  const whole = Math.min(MOST_SEATS, drawPool(plan, bids).length);
  const seats = bidOrdersOf(plan).length === 0 ? 1 : whole;
  return { pick: [{ stratum: VALUES_STRATUM, seats, fallback: [] }], caps: [] };
}

/**
 * What the order of the whole pool stands for: the first combination of coefficients in it, and the bids of each order as
 * they come. Null for an order that is not of this plan's pool.
 */
export function drawnFrom(plan: EvaluationPlan, order: readonly string[]): HallDrawn | null {
  const offered = new Map((combinations(plan.draw) ?? []).map((one) => [drawText(one), one]));
  const first = order.find((value) => offered.has(value));
  const values = offered.size === 0 ? {} : offered.get(first ?? '');
  if (values === undefined) return null;
  const bids = order.flatMap((value) => bidOfValue(value) ?? []);
  const orders = bidOrdersOf(plan).map(
    (kind) => [kind, bids.flatMap((one) => (one.kind === kind ? [one.bidId] : []))] as const,
  );
  return { values, orders: Object.fromEntries(orders) };
}
