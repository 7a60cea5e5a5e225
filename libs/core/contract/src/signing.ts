import {
  accept,
  DAY,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  firstRule,
  lawOf,
  periodOf,
  REFUSAL_GROUNDS,
  refuseByLaw,
  type Calendar,
  type CalendarRefusal,
  type UnderLaw,
} from '@core/rules';

export const CONTRACT_SIDES = ['tenderer', 'winner'] as const;
/** The two parties of a contract. */
export type ContractSide = (typeof CONTRACT_SIDES)[number];

/** The party on the other side. */
export function otherSide(side: ContractSide): ContractSide {
  return side === 'tenderer' ? 'winner' : 'tenderer';
}

/** Who has signed a contract and when. */
export interface Signatures {
  readonly tendererSignedAt: Instant | null;
  readonly winnerSignedAt: Instant | null;
}

/** Why a contract is not written anew, or not signed. */
export type SigningRefusal =
  | Refusal<
      | 'contract.signed_already'
      | 'contract.changed'
      | 'contract.sent_back'
      | 'contract.late_reason_missing'
    >
  | CalendarRefusal;

/** Until when a contract must be signed. */
export interface SigningPeriod {
  /** The first instant that is too late. */
  readonly until: Instant;
  readonly law: LawBasis;
}

/** When a side signed; null: not yet. */
export function signedAt(signatures: Signatures, side: ContractSide): Instant | null {
  return side === 'tenderer' ? signatures.tendererSignedAt : signatures.winnerSignedAt;
}

/** When the contract came to be: with the later of both signatures. */
export function concludedAt({ tendererSignedAt, winnerSignedAt }: Signatures): Instant | null {
  return tendererSignedAt === null || winnerSignedAt === null
    ? null
    : Math.max(tendererSignedAt, winnerSignedAt);
}

/** A contract may be written anew until one side has signed it. */
export function rewrite(signatures: Signatures): Result<true, SigningRefusal> {
  const isUntouched = CONTRACT_SIDES.every((side) => signedAt(signatures, side) === null);
  return isUntouched ? accept(true) : refuse('contract.signed_already');
}

/** A contract and who has signed it, as signing sees it. */
export interface Signable extends Signatures {
  readonly fingerprint: string;
  /** Why a side sent it back; null: it stands. */
  readonly declined: string | null;
}

/**
 * Until when both sides have to sign: thirty days from the award letter (Tendering Law art. 46, Procurement Law art. 46).
 * Null where the rule set knows no such rule, and while not even its bare days are over: nobody is late then, whatever
 * the calendar of a year to come will say.
 */
export function signingPeriod(
  awardedAt: Instant,
  at: Instant,
  law: UnderLaw,
  calendar: Calendar,
): Result<SigningPeriod | null, CalendarRefusal> {
  const rule = firstRule(law, REFUSAL_GROUNDS['contract.late_reason_missing']);
  if (!rule || at < awardedAt + (rule.value ?? 0) * DAY) return accept(null);
  const end = periodOf(calendar, rule, awardedAt);
  if (end.ok) return accept({ until: end.value.until, law: lawOf(rule) });
  return end.refusal.code === 'rules.no_period'
    ? accept(null)
    : refuse(end.refusal.code, end.refusal.params);
}

/** What a side signs: the text it has read, by its fingerprint, and why it comes late where it does. */
export interface SigningAct {
  readonly side: ContractSide;
  /** Fingerprint of the contract the signer had before him. */
  readonly read: string;
  readonly at: Instant;
  readonly lateReason: string | null;
}

/**
 * Whether a side may sign: once, the very text that stands, and after the period of the law only with the reason, which
 * is published. A late contract is still a contract; the law calls for the reason and for correction, not for none.
 */
export function signContract(
  contract: Signable,
  act: SigningAct,
  period: SigningPeriod | null,
  law: UnderLaw,
): Result<true, SigningRefusal> {
  if (signedAt(contract, act.side) !== null) return refuse('contract.signed_already');
  if (contract.fingerprint !== act.read) return refuse('contract.changed');
  if (contract.declined !== null) return refuse('contract.sent_back');
  const isLate = period !== null && act.at >= period.until;
  if (isLate && (act.lateReason ?? '').trim() === '') {
    return refuseByLaw('contract.late_reason_missing', law, { until: period.until });
  }
  return accept(true);
}

/**
 * Whether a side may send a contract back unsigned, so that it is written anew: it has not signed, and means the very text
 * that stands. The other side's signature falls with it.
 */
export function sendBack(
  contract: Signable,
  side: ContractSide,
  read: string,
): Result<true, SigningRefusal> {
  if (signedAt(contract, side) !== null) return refuse('contract.signed_already');
  if (contract.fingerprint !== read) return refuse('contract.changed');
  return contract.declined === null ? accept(true) : refuse('contract.sent_back');
}
