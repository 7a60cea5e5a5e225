import { accept, fen, refuse, type Fen, type Instant, type LawBasis } from '@core/kernel';
import type { Refusal, Result } from '@core/kernel';
import { firstRule, lawOf, legalDate, type LegalDate, type UnderLaw } from '@core/rules';
import type { Release } from './release';

/** How a bid security is given: money by transfer, a bank's or guarantor's e-guarantee, an insurer's policy. */
export const SECURITY_KINDS = ['transfer', 'guarantee', 'insurance'] as const;
/** The kinds that are papers, not money. */
export const GUARANTEE_KINDS = ['guarantee', 'insurance'] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

export const SECURITY_STATES = [
  'expected',
  'received',
  'lodged',
  'bound',
  'due_back',
  'refunded',
  'released',
  'withdrawn',
  'forfeited',
] as const;
/**
 * expected → received (money) | lodged (guarantee) → bound (from the deadline) → due_back → refunded (money) | released
 * (guarantee) | forfeited; `withdrawn`: a guarantee its bidder took back before the deadline.
 */
export type SecurityState = (typeof SECURITY_STATES)[number];

/** Money as it arrived at the bank. */
export interface SecurityPayment {
  readonly sum: Fen;
  readonly arrivedAt: Instant;
  /** Whether it came from the basic account registered in the bidder's version its bid refers to. */
  readonly isFromBasicAccount: boolean;
  readonly refundedAt: Instant | null;
}

/** A guarantee or policy as it was lodged. */
export interface LodgedGuarantee {
  readonly kind: GuaranteeKind;
  readonly sum: Fen;
  /** The last day it is valid. */
  readonly validUntil: LegalDate;
  readonly withdrawnAt: Instant | null;
  readonly releasedAt: Instant | null;
}

/** A bid security: what is asked for, and everything that came. */
export interface Security {
  /** What the notice asks for in the lot. */
  readonly wanted: Fen;
  readonly deadline: Instant;
  /** The last day on which the bid it secures binds its bidder; null: the notice names none. */
  readonly bindsUntil: LegalDate | null;
  readonly payments: readonly SecurityPayment[];
  readonly guarantee: LodgedGuarantee | null;
  readonly forfeitedAt: Instant | null;
}

/** Where a security stands at an instant. `release`: why it goes back, null while it does not. */
export function securityState(
  { deadline, payments, guarantee, forfeitedAt }: Security,
  release: Release | null,
  now: Instant,
): SecurityState {
  if (forfeitedAt !== null) return 'forfeited';
  const isHeld = payments.some(({ refundedAt }) => refundedAt === null);
  const isLodged = stands(guarantee);
  if (!isHeld && !isLodged) {
    if (payments.length > 0) return 'refunded';
    if (guarantee === null) return 'expected';
    return guarantee.releasedAt === null ? 'withdrawn' : 'released';
  }
  if (release !== null) return 'due_back';
  if (now >= deadline) return 'bound';
  return isHeld ? 'received' : 'lodged';
}

/** Whether a guarantee is with the centre still. */
function stands(guarantee: LodgedGuarantee | null): boolean {
  return guarantee !== null && guarantee.withdrawnAt === null && guarantee.releasedAt === null;
}

export const SECURITY_CHECKS = [
  'amount',
  'in_time',
  'basic_account',
  'in_force',
  'covers_bid',
] as const;
/**
 * What a panel may want to know: enough, before the deadline, from the basic account where law asks for that, valid on the day
 * it is looked at, and as long as the bid is where the notice says how long that is.
 */
export type SecurityCheck = (typeof SECURITY_CHECKS)[number];

/** One check with its answer. It is a fact for the preliminary review; nobody is rejected by it. */
export interface CheckedSecurity {
  readonly check: SecurityCheck;
  readonly holds: boolean;
  readonly law: LawBasis | null;
}

/**
 * What can be said of a security. It is judged by the arrival of the money against the deadline: what came later is there and
 * does not count. Money that went back after it counts as it did.
 */
export function checkSecurity(
  { wanted, deadline, bindsUntil, payments, guarantee }: Security,
  law: UnderLaw,
  now: Instant,
): readonly CheckedSecurity[] {
  // What went back before the deadline, with a bid that was withdrawn, secures no later one.
  const stayed = payments.filter(({ refundedAt }) => refundedAt === null || refundedAt >= deadline);
  const inTime = stayed.filter(({ arrivedAt }) => arrivedAt < deadline);
  const isPaper = guarantee !== null && guarantee.withdrawnAt === null;
  const given = inTime.reduce((sum, one) => sum + one.sum, isPaper ? guarantee.sum : 0);
  const checks: CheckedSecurity[] = [
    { check: 'amount', holds: given >= wanted, law: basis(law, CAPS) },
    { check: 'in_time', holds: inTime.length === stayed.length, law: null },
  ];
  const account = basis(law, ['bid-bond-basic-account']);
  if (account !== null && stayed.length > 0) {
    const holds = stayed.every(({ isFromBasicAccount }) => isFromBasicAccount);
    checks.push({ check: 'basic_account', holds, law: account });
  }
  if (isPaper) {
    const holds = legalDate(guarantee.releasedAt ?? now) <= guarantee.validUntil;
    const validity = basis(law, VALIDITY);
    checks.push({ check: 'in_force', holds, law: validity });
    if (bindsUntil !== null) {
      checks.push({
        check: 'covers_bid',
        holds: guarantee.validUntil >= bindsUntil,
        law: validity,
      });
    }
  }
  return checks;
}

/** The rules that cap what a notice may ask for, under which the amount was published. */
const CAPS = ['bid-bond-max-2pct', 'gp-bond-2pct', 'below-bond-2pct'] as const;

/** The rule by which a security is valid as long as its bid. */
const VALIDITY = ['bid-bond-validity'] as const;

function basis(law: UnderLaw, ids: readonly string[]): LawBasis | null {
  const rule = firstRule(law, ids);
  return rule ? lawOf(rule) : null;
}

/** Why a guarantee is not taken. */
export type GuaranteeRefusal = Refusal<
  | 'bid_security.guarantee_stands'
  | 'bid_security.guarantee_low'
  | 'bid_security.guarantee_short'
  | 'bid_security.guarantee_ends_early'
  | 'bid_security.not_wanted'
>;

/**
 * Takes a guarantee or policy: for the whole amount, valid past the deadline, and as long as the bid where the notice says how
 * long that is (Implementing Regulations art. 26). From what institution it comes is nobody's
 * business (Fair Competition Review Rules art. 11): any issuer is taken.
 */
export function lodgeGuarantee(
  security: Security,
  lodged: { readonly sum: Fen; readonly validUntil: LegalDate },
  law: UnderLaw,
): Result<true, GuaranteeRefusal> {
  const { wanted, deadline, bindsUntil, guarantee } = security;
  if (wanted === 0) return refuse('bid_security.not_wanted');
  if (stands(guarantee)) return refuse('bid_security.guarantee_stands');
  if (lodged.sum < wanted) return refuse('bid_security.guarantee_low', { wanted });
  if (lodged.validUntil <= legalDate(deadline)) {
    return refuse('bid_security.guarantee_short', { deadline });
  }
  if (bindsUntil !== null && lodged.validUntil < bindsUntil) {
    const validity = basis(law, VALIDITY) ?? undefined;
    return refuse('bid_security.guarantee_ends_early', { bindsUntil }, validity);
  }
  return accept(true);
}

/** What came in money and has not gone back, fen. */
export function heldOf({ payments }: Pick<Security, 'payments'>): Fen {
  const held = payments.filter(({ refundedAt }) => refundedAt === null);
  return fen(held.reduce((sum, one) => sum + one.sum, 0));
}
