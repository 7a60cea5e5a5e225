import {
  drawnFrom,
  drawPool,
  drawRules,
  type DrawnOrders,
  type DrawnValues,
  type EvaluationPlan,
  type HallDrawn,
} from '@core/evaluation';
import { DRAW_SPEC, type DrawReport, type DrawSpec } from '@core/draw';
import {
  ANYTHING,
  canonicalize,
  dictionary,
  IDENTIFIER,
  list,
  literal,
  struct,
  text,
} from '@core/kernel';
import { publicEndsAt } from './base-price-step';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';
import type { OpenedBids } from './opening-steps';

/** Drawn coefficients by key, and drawn orders of bids by kind, as hall and report write them. */
export const DRAWN_VALUES = dictionary(text());
export const DRAWN_ORDERS = dictionary(list(IDENTIFIER));

const HALL_EVENT = struct({ event: ANYTHING });
const DRAWN_EVENT = struct(
  { kind: literal('coefficients_drawn'), values: DRAWN_VALUES },
  { orders: DRAWN_ORDERS },
);
const NOTHING: HallDrawn = { values: {}, orders: {} };

/** A plan as the notice fixed it. */
export interface StatedPlan {
  /** Whether the notice carries it: what the hall draws is drawn over it. */
  readonly isStated: boolean;
  readonly plan: EvaluationPlan;
}

function fault(reason: string, detail: Readonly<Record<string, unknown>> = {}): BundleFault {
  return new BundleFault('evaluation', reason, detail);
}

/** The draw is over the plan's own values and all opened bids, lists what it must, and begins after every bid is open. */
function checkDraw(
  { drawId, pool, rules }: DrawSpec,
  plan: EvaluationPlan,
  bids: readonly string[],
  isAfterOpening: boolean,
): void {
  const isOfPlan =
    pool.kind === 'values' &&
    pool.values.join('\n') === drawPool(plan, bids).join('\n') &&
    canonicalize(rules) === canonicalize(drawRules(plan, bids));
  if (!isOfPlan) throw fault('coefficients_of_another_plan', { drawId });
  if (!isAfterOpening) throw fault('coefficients_drawn_early', { drawId });
}

/**
 * What the last verified draw gave: coefficients, orders of the bids whose public envelopes opened. Without a stated plan a draw
 * is no affair of the evaluation.
 */
export function drawnIn(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  {
    isStated,
    plan,
    opened: { reports },
    draws,
  }: StatedPlan & {
    readonly opened: Pick<OpenedBids, 'reports'>;
    readonly draws: readonly DrawReport[];
  },
): HallDrawn {
  if (!isStated) return NOTHING;
  const bids = [...new Set(reports.flatMap((one) => (one.verdict === 'OK' ? [one.bid] : [])))];
  const opened = closed ? publicEndsAt(bundle, log, closed) : Number.POSITIVE_INFINITY;
  let drawn: HallDrawn | null = null;
  for (const logged of ofType(log, bundle.scope, 'draw.spec')) {
    const spec = bodyOf('evaluation', DRAW_SPEC, logged);
    if (spec.purpose !== 'coefficient') continue;
    checkDraw(spec, plan, bids, logged.index > opened);
    const held = draws.find((one) => one.drawId === spec.drawId && one.status === 'verified');
    if (held) drawn = drawnFrom(plan, held.order ?? []);
  }
  return drawn ?? NOTHING;
}

function isSame(one: DrawnValues | DrawnOrders, other: DrawnValues | DrawnOrders): boolean {
  return canonicalize(one) === canonicalize(other);
}

/** What is said of the draw, in the hall or in the report, is what it gave. */
function checkSaid(
  { values, orders }: { readonly values: DrawnValues; readonly orders: DrawnOrders },
  drawn: HallDrawn,
  detail: Readonly<Record<string, unknown>>,
): void {
  if (!isSame(values, drawn.values)) throw fault('coefficients_mismatch', detail);
  if (!isSame(orders, drawn.orders)) throw fault('orders_mismatch', detail);
}

/** What the hall showed as drawn is what the draw gave. */
export function hallShows(bundle: Bundle, log: VerifiedLog, drawn: HallDrawn): void {
  for (const logged of ofType(log, bundle.scope, 'hall.coefficients_drawn')) {
    const { index } = logged;
    const { event } = bodyOf('evaluation', HALL_EVENT, logged);
    if (DRAWN_EVENT.fault(event, '$') !== null) throw fault('coefficients_mismatch', { index });
    const { values, orders = {} } = event as { values: DrawnValues; orders?: DrawnOrders };
    checkSaid({ values, orders }, drawn, { index });
  }
}

/** What the report says it used is what the draw gave. */
export function reportUses(
  said: { readonly drawn?: DrawnValues | undefined; readonly orders?: DrawnOrders | undefined },
  drawn: HallDrawn,
): void {
  checkSaid({ values: said.drawn ?? {}, orders: said.orders ?? {} }, drawn, {});
}
