import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  addMonths,
  countWorkdays,
  endOfDate,
  legalDate,
  lawOf,
  ruleOn,
  type Calendar,
  type CalendarRefusal,
  type RuleSet,
} from '@core/rules';
import type { PoolTerms } from './conditions';

/** States of a membership, in the order it passes them. */
export const MEMBER_STATES = [
  'applied',
  'returned',
  'published',
  'refused',
  'admitted',
  'suspended',
  'removed',
  'left',
] as const;
/** applied → published → admitted → suspended | removed | left; returned and refused on the way. */
export type MemberState = (typeof MEMBER_STATES)[number];

/** What can happen to a membership. */
export type MemberEvent =
  | 'apply'
  | 'return'
  | 'publish'
  | 'admit'
  | 'refuse'
  | 'suspend'
  | 'reinstate'
  | 'remove'
  | 'leave';

const TRANSITIONS: Readonly<Record<MemberState, Partial<Record<MemberEvent, MemberState>>>> = {
  applied: { return: 'returned', publish: 'published', leave: 'left' },
  returned: { apply: 'applied', leave: 'left' },
  published: { admit: 'admitted', refuse: 'refused', leave: 'left' },
  refused: { apply: 'applied' },
  admitted: { suspend: 'suspended', remove: 'removed', leave: 'left' },
  suspended: { reinstate: 'admitted', remove: 'removed', leave: 'left' },
  removed: { apply: 'applied', reinstate: 'admitted' },
  left: { apply: 'applied' },
};

/** Grounds of a suspension or a removal; nothing else is one (rules.md §6.4). */
export const MEMBER_GROUNDS = [
  'collusion',
  'subcontracting',
  'refused_to_sign',
  'poor_performance',
  'licence_lost',
  'false_papers',
  'review_failed',
] as const;
/** One of {@link MEMBER_GROUNDS}. */
export type MemberGround = (typeof MEMBER_GROUNDS)[number];

/** A membership as far as decisions depend on it. */
export interface Membership {
  readonly state: MemberState;
  /** First instant after a suspension; null: none, or until further notice. */
  readonly suspendedUntil: Instant | null;
  /** First instant at which a removed firm may apply again. */
  readonly coolOffUntil: Instant | null;
  /** First instant after the day by which the yearly review is due; null before admission. */
  readonly reviewDueAt: Instant | null;
  /** Whether the last review found it in order; null: none yet. */
  readonly reviewPassed: boolean | null;
}

/** Where a membership stands at `now`: a suspension ends by itself with its period. */
export function memberStateAt({ state, suspendedUntil }: Membership, now: Instant): MemberState {
  const isServed = state === 'suspended' && suspendedUntil !== null && suspendedUntil <= now;
  return isServed ? 'admitted' : state;
}

/** The state that follows, or why none does. */
export function followMember(
  member: Membership,
  event: MemberEvent,
  now: Instant,
): Result<MemberState, Refusal<'pool.wrong_state'>> {
  const state = memberStateAt(member, now);
  const next = TRANSITIONS[state][event];
  return next === undefined ? refuse('pool.wrong_state', { state }) : accept(next);
}

/** Whether a firm may apply: for the first time, again after a refusal, or after its cool-off. */
export function mayApply(
  member: Membership | null,
  now: Instant,
): Result<'applied', Refusal<'pool.already_applied' | 'pool.cooling_off'>> {
  if (member === null) return accept('applied');
  const { coolOffUntil } = member;
  if (member.state === 'removed' && coolOffUntil !== null && coolOffUntil > now) {
    return refuse('pool.cooling_off', { until: coolOffUntil });
  }
  const next = followMember(member, 'apply', now);
  return next.ok ? accept('applied') : refuse('pool.already_applied', {});
}

/** A decision about a member, as it is entered. */
export interface MemberDecision {
  readonly kind: 'suspend' | 'remove' | 'reinstate';
  readonly ground: MemberGround | null;
  /** The document's own number (文号). */
  readonly number: string;
  readonly reason: string;
  /** First instant after a suspension; null: until further notice. Only a suspension has one. */
  readonly until: Instant | null;
}

/** Why a decision about a member is not taken over. */
export type MemberDecisionRefusal =
  | Refusal<'pool.wrong_state'>
  | Refusal<'enterprise.authority_only'>
  | Refusal<'pool.decision_incomplete'>;

/** What a decision makes of a membership. */
export interface Decided {
  readonly state: MemberState;
  readonly suspendedUntil: Instant | null;
  readonly coolOffUntil: Instant | null;
}

/**
 * Suspends, removes or takes back: a supervising authority's alone, for a trading centre has no administrative power
 * (Fair Competition Review Rules art. 10). A removal begins the cool-off of the pool's terms.
 */
export function decideMember(
  member: Membership,
  decision: MemberDecision,
  by: { readonly organisationKind: string },
  terms: PoolTerms,
  now: Instant,
  set: RuleSet,
): Result<Decided, MemberDecisionRefusal> {
  if (by.organisationKind !== 'authority') {
    return refuse('enterprise.authority_only', {}, lawBehind(set, 'center-no-admin-power', now));
  }
  const { kind, ground, until } = decision;
  const missing = [
    ...(decision.number.trim() === '' ? ['number'] : []),
    ...(decision.reason.trim() === '' ? ['reason'] : []),
    ...(kind !== 'reinstate' && ground === null ? ['ground'] : []),
    ...(until !== null && (kind !== 'suspend' || until <= now) ? ['until'] : []),
  ];
  if (missing.length > 0) return refuse('pool.decision_incomplete', { missing });
  const next = followMember(member, kind, now);
  if (!next.ok) return next;
  return accept({
    state: next.value,
    suspendedUntil: kind === 'suspend' ? until : null,
    coolOffUntil:
      kind === 'remove'
        ? endOfDate(addMonths(legalDate(now), terms.coolOffMonths))
        : member.coolOffUntil,
  });
}

/** First instant after the publication of an admission that begins at `from`. */
export function publicityEnd(
  terms: PoolTerms,
  calendar: Calendar,
  from: Instant,
): Result<Instant, CalendarRefusal> {
  const last = countWorkdays(calendar, legalDate(from), terms.publicityDays, []);
  return last.ok ? accept(endOfDate(last.value)) : last;
}

/** When the next yearly review of a member is due: the end of the day so many months after `from`. */
export function nextReview(terms: PoolTerms, from: Instant): Instant {
  return endOfDate(addMonths(legalDate(from), terms.reviewMonths));
}

/** The law behind a refusal, if the set has the rule. */
function lawBehind(set: RuleSet, ruleId: string, at: Instant): LawBasis | undefined {
  const rule = ruleOn(set, ruleId, legalDate(at));
  return rule ? lawOf(rule) : undefined;
}
