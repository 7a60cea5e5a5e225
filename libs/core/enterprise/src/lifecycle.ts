import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import { lawOf, legalDate, ruleOn, type RuleSet } from '@core/rules';

/** States of a record, in the order a record passes them; `expired` follows from time alone and is never stored. */
export const ENTERPRISE_STATES = [
  'draft',
  'submitted',
  'returned',
  'verified',
  'suspended',
  'expired',
  'removed',
] as const;
/** draft → submitted → verified | returned → (suspended | expired | removed). */
export type EnterpriseState = (typeof ENTERPRISE_STATES)[number];

/** What can happen to a record. */
export const ENTERPRISE_EVENTS = [
  'submit',
  'withdraw',
  'verify',
  'return',
  'suspend',
  'remove',
  'reinstate',
] as const;
/** One of {@link ENTERPRISE_EVENTS}. */
export type EnterpriseEvent = (typeof ENTERPRISE_EVENTS)[number];

/** Every transition there is; what is not in the table cannot happen. */
export const TRANSITIONS: Readonly<
  Record<EnterpriseState, Partial<Record<EnterpriseEvent, EnterpriseState>>>
> = {
  draft: { submit: 'submitted' },
  submitted: { withdraw: 'draft', verify: 'verified', return: 'returned' },
  returned: { submit: 'submitted' },
  verified: { suspend: 'suspended', remove: 'removed' },
  suspended: { reinstate: 'verified', remove: 'removed' },
  expired: { suspend: 'suspended', remove: 'removed' },
  removed: { reinstate: 'verified' },
};

/** The state that follows, or why none does. */
export function follow(
  state: EnterpriseState,
  event: EnterpriseEvent,
): Result<EnterpriseState, Refusal<'enterprise.wrong_state'>> {
  const next = TRANSITIONS[state][event];
  return next === undefined ? refuse('enterprise.wrong_state', { state }) : accept(next);
}

/** What a supervising authority can decide about a record. */
export const DECISION_KINDS = ['suspend', 'remove', 'reinstate'] as const;
/** One of {@link DECISION_KINDS}. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A decision of a supervising authority, as it is entered. */
export interface EnterpriseDecision {
  readonly kind: DecisionKind;
  /** The document's own number (文号). */
  readonly number: string;
  readonly reason: string;
  readonly from: Instant;
  /** First instant after the period; null: until further notice. Only a suspension has one. */
  readonly until: Instant | null;
}

/** Why a decision is not taken over. */
export type DecisionRefusal =
  | Refusal<'enterprise.wrong_state'>
  | Refusal<'enterprise.authority_only'>
  | Refusal<'enterprise.decision_incomplete'>;

/**
 * Whether a decision changes the record, and to what. Only a supervising authority decides; a trading centre has no
 * administrative power (Fair Competition Review Rules art. 10). A number and a reason are part of every decision.
 */
export function decideEnterprise(
  state: EnterpriseState,
  decision: EnterpriseDecision,
  by: { readonly organisationKind: string },
  set: RuleSet,
  at: Instant,
): Result<EnterpriseState, DecisionRefusal> {
  if (by.organisationKind !== 'authority') {
    return refuse('enterprise.authority_only', {}, lawFrom(set, 'center-no-admin-power', at));
  }
  const missing = [
    ...(decision.number.trim() === '' ? ['number'] : []),
    ...(decision.reason.trim() === '' ? ['reason'] : []),
    ...(decision.until !== null && decision.until <= decision.from ? ['until'] : []),
    ...(decision.until !== null && decision.kind !== 'suspend' ? ['until'] : []),
  ];
  if (missing.length > 0) return refuse('enterprise.decision_incomplete', { missing });
  return follow(state, decision.kind);
}

/** The law behind a refusal, if the set has the rule and it applies at that instant. */
export function lawFrom(set: RuleSet, ruleId: string, at: Instant): LawBasis | undefined {
  const rule = ruleOn(set, ruleId, legalDate(at));
  return rule ? lawOf(rule) : undefined;
}

/** What the standing at a moment is judged by. */
export interface Standing {
  readonly state: EnterpriseState;
  /** First instant after a suspension; null: none, or until further notice. */
  readonly suspendedUntil: Instant | null;
  readonly qualifications: readonly { readonly validUntil: Instant }[];
}

/**
 * The state at `now`: a suspension ends by itself with its period, and a verified record all of whose certificates
 * have run out is expired. Everything else is as stored.
 */
export function standingAt(standing: Standing, now: Instant): EnterpriseState {
  const { state, suspendedUntil, qualifications } = standing;
  const served = state === 'suspended' && suspendedUntil !== null && suspendedUntil <= now;
  const stored = served ? 'verified' : state;
  if (stored !== 'verified') return stored;
  const lapsed = qualifications.length > 0 && qualifications.every((one) => one.validUntil < now);
  return lapsed ? 'expired' : 'verified';
}

/** States of what is under way: a first record, or a change of one that is in force. */
export const REVIEW_STATES = ['draft', 'submitted', 'returned'] as const;
/** One of {@link REVIEW_STATES}. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * What is under way: the change of a record in force, or the record itself before it was first verified. Null when
 * nothing is. The version in force stays in force meanwhile.
 */
export function reviewOf(record: {
  readonly state: EnterpriseState;
  readonly review: ReviewState | null;
}): ReviewState | null {
  return record.review ?? REVIEW_STATES.find((one) => one === record.state) ?? null;
}
