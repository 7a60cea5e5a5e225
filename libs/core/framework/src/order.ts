import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import type { UnderLaw } from '@core/rules';
import type { SupplierState } from './agreement';
import { frameworkLaw, type CallOffWay, type FrameworkTerms } from './terms';

export const ORDER_STATES = [
  'placed',
  'confirmed',
  'refused',
  'cancelled',
  'delivered',
  'received',
  'paid',
] as const;
/** A purchase under a framework (订单), from its placing to its payment. */
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  placed: ['confirmed', 'refused', 'cancelled'],
  confirmed: ['delivered'],
  delivered: ['received'],
  received: ['paid'],
  refused: [],
  cancelled: [],
  paid: [],
};

/** Why an order is not placed or not moved on. */
export type OrderRefusal = Refusal<
  | 'order.wrong_state'
  | 'order.not_running'
  | 'order.way_not_agreed'
  | 'order.supplier_not_bound'
  | 'order.quantity'
  | 'order.over_price'
  | 'order.reason_missing'
>;

/** Moves an order on. */
export function moveOrder(from: OrderState, to: OrderState): Result<OrderState, OrderRefusal> {
  return ORDER_TRANSITIONS[from].includes(to)
    ? accept(to)
    : refuse('order.wrong_state', { state: from });
}

/** What a buyer wants of whom. */
export interface OrderWish {
  readonly way: CallOffWay;
  readonly quantity: number;
  /** Why this supplier; asked for where the buyer chooses. */
  readonly reason: string;
}

/** What an order is judged by. */
export interface OrderFacts {
  readonly terms: Pick<FrameworkTerms, 'callOff'>;
  readonly isRunning: boolean;
  readonly supplier: SupplierState;
  /** The supplier's price now, and what is asked for one unit, in fen. */
  readonly agreedPrice: Fen;
  readonly unitPrice: Fen;
  readonly law: UnderLaw;
}

const MOST_QUANTITY = 1_000_000;

/**
 * The amount of an order in fen: by a way the terms name, while the agreements run, from a supplier bound by its agreement, never
 * above its price (Order 110 art. 13, 17, 32). A direct choice says why.
 */
export function placeOrder(wish: OrderWish, facts: OrderFacts): Result<Fen, OrderRefusal> {
  const { way, quantity, reason } = wish;
  if (!facts.isRunning) return refuse('order.not_running');
  if (!facts.terms.callOff.includes(way)) return refuse('order.way_not_agreed', { way });
  if (facts.supplier !== 'signed') return refuse('order.supplier_not_bound');
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_QUANTITY) {
    return refuse('order.quantity', { quantity });
  }
  const { unitPrice, agreedPrice } = facts;
  if (unitPrice <= 0 || unitPrice > agreedPrice) {
    const params = { price: unitPrice, agreed: agreedPrice };
    return refuse('order.over_price', params, frameworkLaw(facts.law, 'fw-max-unit-price'));
  }
  if (way === 'direct' && reason.trim() === '') return refuse('order.reason_missing');
  return accept(fen(unitPrice * quantity));
}
