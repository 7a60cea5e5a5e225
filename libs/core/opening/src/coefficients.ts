/** What the hall draws for an evaluation, once for all lots: the coefficients of a formula, and orders of the bids. */
export interface HallCoefficients {
  /** Per key the values one of which is drawn, as the published plan lists them; empty where only bids are drawn. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  /** The orders of all opened bids that are drawn beside them: `sample`, `tie`, as the plan needs them. */
  readonly bidOrders: readonly string[];
  /** The draw that is held or was held last; null: it has not begun. */
  readonly drawId: string | null;
  readonly attempt: number;
  /** The drawn values by key; null: not drawn yet. */
  readonly drawn: Readonly<Record<string, string>> | null;
  /** The drawn orders by kind: ids of bids, the first drawn first; null: not drawn yet. */
  readonly orders: HallOrders | null;
}

/** Orders of bids by kind: their ids, the first drawn first. */
export type HallOrders = Readonly<Record<string, readonly string[]>>;

/** What can happen to them. */
export type CoefficientEvent =
  | {
      readonly kind: 'coefficient_draw_began';
      readonly drawId: string;
      readonly attempt: number;
    }
  | { readonly kind: 'coefficient_draw_voided'; readonly reason: string }
  | {
      readonly kind: 'coefficients_drawn';
      readonly values: Readonly<Record<string, string>>;
      /** Where orders of bids were drawn. */
      readonly orders?: HallOrders;
      readonly seed: string;
    };

/** What nobody has drawn yet. */
export function undrawn(
  offered: HallCoefficients['offered'],
  bidOrders: HallCoefficients['bidOrders'],
): HallCoefficients {
  return { offered, bidOrders, drawId: null, attempt: 0, drawn: null, orders: null };
}

/** Whether something is still to be drawn. Where only bids are drawn and none was opened there is nothing. */
export function isUndrawn({
  coefficients,
  bids,
}: {
  readonly coefficients: HallCoefficients | null;
  readonly bids: readonly { readonly unsealing: { readonly state: string } }[];
}): boolean {
  if (coefficients?.drawn !== null) return false;
  const hasValues = Object.keys(coefficients.offered).length > 0;
  return hasValues || bids.some(({ unsealing }) => unsealing.state === 'opened');
}

/** The coefficients after one more event. */
export function afterCoefficients(
  coefficients: HallCoefficients,
  event: CoefficientEvent,
): HallCoefficients {
  switch (event.kind) {
    case 'coefficient_draw_began':
      return { ...coefficients, drawId: event.drawId, attempt: event.attempt };
    case 'coefficient_draw_voided':
      return coefficients;
    case 'coefficients_drawn':
      return { ...coefficients, drawn: event.values, orders: event.orders ?? {} };
  }
}
