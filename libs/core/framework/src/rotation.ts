import { DAY, type Instant } from '@core/kernel';

/** One chance to be given a contract, taken or refused. */
export interface Turn {
  readonly supplierId: string;
  /** From 1. */
  readonly round: number;
}

/**
 * Whose turn it is (顺序轮候): in each round every supplier has one chance, in the fixed order; a refused one is used up
 * (Order 110 art. 34). `order`: the suppliers that are left, in the order everybody was told; suppliers added later stand at
 * its end. `turns`: every chance so far, oldest first. Null: nobody is left.
 */
export function nextTurn(order: readonly string[], turns: readonly Turn[]): Turn | null {
  if (order.length === 0) return null;
  const round = turns.reduce((last, one) => Math.max(last, one.round), 1);
  const had = new Set(turns.filter((one) => one.round === round).map((one) => one.supplierId));
  const supplierId = order.find((one) => !had.has(one));
  if (supplierId !== undefined) return { supplierId, round };
  const [first] = order;
  return first === undefined ? null : { supplierId: first, round: round + 1 };
}

/** How long a supplier has to answer; silence uses its chance up after that. */
const ANSWER_TIME = 3 * DAY;

/**
 * Whether a chance is given back when the buyer takes the order back: before the supplier has had its time to answer. Otherwise a
 * buyer would use up the chances of others until it is the turn of the one he wants.
 */
export function isChanceGivenBack(placedAt: Instant, now: Instant): boolean {
  return now < placedAt + ANSWER_TIME;
}
