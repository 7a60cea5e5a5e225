import { accept, refuse, type Fen, type Instant, type LawBasis } from '@core/kernel';
import type { Refusal, Result } from '@core/kernel';
import { firstRule, lawOf, legalDate, type UnderLaw } from '@core/rules';
import { depositInterest, type DepositRate, type InterestRefusal } from './deposit-interest';
import type { Release } from './release';
import type { SecurityPayment } from './security';

/** Why money is not given back. */
export type RefundRefusal =
  | InterestRefusal
  | Refusal<
      | 'bid_security.still_bound'
      | 'bid_security.refunded_already'
      | 'bid_security.forfeited_already'
      | 'bid_security.interest_short'
      | 'bid_security.day_impossible'
    >;

/** A refund as finance records it. */
export interface RefundWish {
  /** When the bank paid it out. */
  readonly paidAt: Instant;
  /** What the bank credited for the time; null: as computed. Never less than computed. */
  readonly interest: Fen | null;
}

/** What stands in the way of a refund, besides the payment itself. */
export interface RefundSetting {
  readonly release: Release | null;
  readonly forfeitedAt: Instant | null;
  readonly rates: readonly DepositRate[];
  readonly now: Instant;
}

/**
 * Gives a payment back whole, with its interest (fen). Money goes back when its bid is released, not before; the day is one
 * between its arrival and now, and not before the release.
 */
export function refundPayment(
  payment: SecurityPayment,
  { paidAt, interest }: RefundWish,
  { release, forfeitedAt, rates, now }: RefundSetting,
): Result<{ readonly interest: Fen; readonly computed: Fen }, RefundRefusal> {
  if (payment.refundedAt !== null) return refuse('bid_security.refunded_already');
  if (forfeitedAt !== null) return refuse('bid_security.forfeited_already');
  if (release === null) return refuse('bid_security.still_bound');
  const begin = Math.max(payment.arrivedAt, release.from);
  if (paidAt > now || legalDate(paidAt) < legalDate(begin)) {
    return refuse('bid_security.day_impossible', { from: begin });
  }
  const computed = depositInterest(
    payment.sum,
    legalDate(payment.arrivedAt),
    legalDate(paidAt),
    rates,
  );
  if (!computed.ok) return computed;
  const paid = interest ?? computed.value;
  return paid < computed.value
    ? refuse('bid_security.interest_short', { computed: computed.value })
    : accept({ interest: paid, computed: computed.value });
}

/**
 * The grounds on which a security may be kept, and no others: `revoked` (the bid was revoked after the deadline, as one not
 * decrypted through its bidder's fault is) and `no_contract` (the winner gave up, or gave no performance security).
 */
export const FORFEIT_GROUNDS = ['revoked', 'no_contract'] as const;
export type ForfeitGround = (typeof FORFEIT_GROUNDS)[number];

/** The rules each ground stands on. */
const FORFEITS: Readonly<Record<ForfeitGround, string>> = {
  revoked: 'revoke-forfeit',
  no_contract: 'no-contract-forfeit',
};

/** Why a security is not kept. */
export type ForfeitRefusal = Refusal<
  | 'bid_security.no_ground'
  | 'bid_security.forfeited_already'
  | 'bid_security.refunded_already'
  | 'bid_security.nothing_held'
>;

/** What is known of the bidder, by the platform's own records. */
export interface ForfeitFacts {
  /** Whether its bid counts as revoked in the hall. */
  readonly isRevoked: boolean;
  /** Whether it was left out for giving up or for want of a performance security. */
  readonly refusedContract: boolean;
  readonly forfeitedAt: Instant | null;
  readonly payments: readonly Pick<SecurityPayment, 'refundedAt'>[];
  readonly hasGuarantee: boolean;
}

/** The grounds that are there for a bidder, with their law. Empty: nothing may be kept. */
export function forfeitGrounds(
  { isRevoked, refusedContract }: Pick<ForfeitFacts, 'isRevoked' | 'refusedContract'>,
  law: UnderLaw,
): readonly { readonly ground: ForfeitGround; readonly law: LawBasis }[] {
  const there: Readonly<Record<ForfeitGround, boolean>> = {
    revoked: isRevoked,
    no_contract: refusedContract,
  };
  return FORFEIT_GROUNDS.flatMap((ground) => {
    const rule = there[ground] ? firstRule(law, [FORFEITS[ground]]) : null;
    return rule ? [{ ground, law: lawOf(rule) }] : [];
  });
}

/** Keeps a security on a ground of law that the platform's own records show. */
export function forfeit(
  facts: ForfeitFacts,
  ground: ForfeitGround,
  law: UnderLaw,
): Result<LawBasis, ForfeitRefusal> {
  if (facts.forfeitedAt !== null) return refuse('bid_security.forfeited_already');
  if (facts.payments.some(({ refundedAt }) => refundedAt !== null)) {
    return refuse('bid_security.refunded_already');
  }
  if (facts.payments.length === 0 && !facts.hasGuarantee) {
    return refuse('bid_security.nothing_held');
  }
  const found = forfeitGrounds(facts, law).find((one) => one.ground === ground);
  return found ? accept(found.law) : refuse('bid_security.no_ground', { ground });
}
