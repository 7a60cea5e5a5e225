import {
  accept,
  fen,
  refuse,
  type Fen,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  addDays,
  addMonths,
  endOfDate,
  legalDate,
  limitOf,
  type LegalDate,
  type UnderLaw,
} from '@core/rules';
import { frameworkLaw } from './terms';

/** When the agreements of a framework hold: from the day the first was concluded. */
export interface FrameworkPeriod {
  readonly from: LegalDate;
  /** The last day. */
  readonly to: LegalDate;
}

/** The period of agreements whose first was concluded at `concludedAt`. */
export function periodOfAgreement(concludedAt: Instant, months: number): FrameworkPeriod {
  const from = legalDate(concludedAt);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** Whether orders may be placed at `at`. */
export function isRunning({ from, to }: FrameworkPeriod, at: Instant): boolean {
  const on = legalDate(at);
  return on >= from && on <= to;
}

/** The first instant after the agreements have run out. */
export function runsOutAt({ to }: FrameworkPeriod): Instant {
  return endOfDate(to);
}

export const SUPPLIER_STATES = ['admitted', 'signed', 'removed'] as const;
/** Where a supplier stands: on the published list, bound by its agreement, or removed from it. */
export type SupplierState = (typeof SUPPLIER_STATES)[number];

export const REMOVAL_GROUNDS = [
  'collusion',
  'false_papers',
  'refused_award',
  'breach',
  'banned',
  'agreed',
] as const;
/** Why a supplier is removed: the six grounds of Order 110 art. 19, in their order. */
export type RemovalGround = (typeof REMOVAL_GROUNDS)[number];

/** Why a supplier is not changed. */
export type SupplierRefusal = Refusal<
  | 'framework.not_signed'
  | 'framework.removed_already'
  | 'framework.price_not_lower'
  | 'framework.reason_missing'
  | 'framework.bound'
>;

/** Removes a supplier on one of the grounds of the law, with what shows it. */
export function removeSupplier(
  state: SupplierState,
  evidence: string,
): Result<string, SupplierRefusal> {
  if (state === 'removed') return refuse('framework.removed_already');
  const said = evidence.trim();
  return said === '' ? refuse('framework.reason_missing') : accept(said);
}

/**
 * Whether a supplier may leave a closed framework by itself: without a just cause it is bound until the end (Order 110 art. 20).
 * Its cause is heard by whoever concluded the agreement, so it never leaves on its own word.
 */
export function leaveFramework(law: UnderLaw): Result<never, SupplierRefusal> {
  return refuse('framework.bound', undefined, frameworkLaw(law, 'fw-no-quit-closed'));
}

/** A new unit price of a supplier: only ever lower, and for all its buyers from then on (Order 110 art. 13). */
export function lowerPrice(now: Fen, to: Fen): Result<Fen, SupplierRefusal> {
  return to > 0 && to < now ? accept(to) : refuse('framework.price_not_lower', { now, to });
}

/**
 * Whether suppliers may be collected anew while the agreements run: only where fewer than seventy in a hundred of those once
 * admitted are left (Order 110 art. 31; 不足 excludes the number itself).
 */
export function supplementDue(admitted: number, left: number, law: UnderLaw): boolean {
  const limit = limitOf(law.set, ['fw-supplement-70pct'], law.regime, law.on);
  return limit !== null && left * 100 < admitted * limit.value;
}

/** What has been saved against the ceiling on an order, in fen. */
export function savingOf(ceiling: Fen, unitPrice: Fen, quantity: number): Fen {
  return fen(Math.max(0, ceiling - unitPrice) * quantity);
}
