import { formulaOf } from '../formulas/index';

/**
 * The orders of all opened bids the hall may draw: `sample`, by which a formula takes the bids of its benchmark, and `tie`,
 * which decides between equal bids.
 */
export const BID_ORDERS = ['sample', 'tie'] as const;
export type BidOrder = (typeof BID_ORDERS)[number];

/** The drawn orders: ids of all opened bids, the first drawn first. */
export type DrawnOrders = Readonly<Partial<Record<BidOrder, readonly string[]>>>;

/** The orders of bids a plan needs. */
export function bidOrdersOf(plan: {
  readonly formula: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}): readonly BidOrder[] {
  const isDrawn: Readonly<Record<BidOrder, boolean>> = {
    sample: (formulaOf(plan.formula ?? '')?.sample ?? null) !== null,
    tie: plan.parameters.tieBreak === 'draw',
  };
  return BID_ORDERS.filter((kind) => isDrawn[kind]);
}
