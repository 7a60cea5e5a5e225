import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import { addMonths, endOfDate, legalDate, startOfDate } from '@core/rules';
import {
  expertStanding,
  type Appointment,
  type ExpertStanding,
  type ExpertState,
  type Span,
} from './standing';
import { afterTerm, type ExpertPoolTerms, type PoolTerm } from './terms';

/** Why a pool lets an expert go. `bans` and `decision` are an authority's; the others are facts its keeper states. */
export const REMOVAL_GROUNDS = [
  'own_request',
  'qualification_lost',
  'review_failed',
  'over_age',
  'health',
  'bans',
  'decision',
] as const;
/** One of {@link REMOVAL_GROUNDS}. */
export type RemovalGround = (typeof REMOVAL_GROUNDS)[number];

/** Why the keeper does not let an expert go. */
export type RemovalRefusal = Refusal<
  'expert.wrong_state' | 'expert.authority_only' | 'expert.decision_incomplete'
>;

/** Whether the keeper may let an expert go on a ground: a fact that is so, never a sanction, and with its reason. */
export function removeExpert(
  expert: Appointment,
  ground: RemovalGround,
  reason: string,
  terms: ExpertPoolTerms,
  at: Instant,
): Result<RemovalGround, RemovalRefusal> {
  const standing = expertStanding(expert, terms.ageOut, at);
  if (standing === 'removed') return refuse('expert.wrong_state', { standing });
  if (ground === 'bans' || ground === 'decision') return refuse('expert.authority_only');
  const isSo =
    (ground !== 'review_failed' || expert.reviewPassed === false) &&
    (ground !== 'over_age' || standing === 'over_age');
  const missing = [...(isSo ? [] : ['ground']), ...(reason.trim() === '' ? ['reason'] : [])];
  return missing.length > 0 ? refuse('expert.decision_incomplete', { missing }) : accept(ground);
}

/** What a supervising authority can decide about an expert. */
export const EXPERT_DECISIONS = ['ban', 'lift', 'remove', 'reinstate'] as const;
/** One of {@link EXPERT_DECISIONS}. */
export type ExpertDecisionKind = (typeof EXPERT_DECISIONS)[number];

/** A decision of a supervising authority, as it is entered. */
export interface ExpertDecision {
  readonly kind: ExpertDecisionKind;
  /** The document's own number (文号). */
  readonly number: string;
  readonly reason: string;
  /** First instant after a ban; only a ban has one, and MUST. */
  readonly until: Instant | null;
}

/** What a decision makes of an appointment. */
export interface DecidedExpert {
  readonly state: ExpertState;
  readonly ban: Span | null;
  /** Removed because its bans reach the length the terms name. */
  readonly outByBans: boolean;
}

/** Why a decision is not taken over. */
export type ExpertDecisionRefusal = Refusal<
  'expert.wrong_state' | 'expert.authority_only' | 'expert.decision_incomplete'
>;

/** Whether bans reach, all together, the length after which an expert leaves the pool. */
export function bansReachLimit(bans: readonly Span[], limit: PoolTerm): boolean {
  const [first] = bans;
  if (!first) return false;
  const most =
    endOfDate(afterTerm(legalDate(first.from), limit)) - endOfDate(legalDate(first.from));
  return bans.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0) >= most;
}

const DECIDABLE: Readonly<Record<ExpertDecisionKind, (now: ExpertStanding) => boolean>> = {
  ban: (now) => now !== 'removed',
  lift: (now) => now === 'banned',
  remove: (now) => now !== 'removed',
  reinstate: (now) => now === 'removed',
};

/**
 * Bans, lifts, removes or takes back: a supervising authority's alone, for a trading centre has no administrative power (Fair
 * Competition Review Rules art. 10). A ban has an end; `served` are the bans of before, as far as they ran.
 */
export function decideExpert(
  expert: Appointment,
  decision: ExpertDecision,
  by: { readonly organisationKind: string },
  served: readonly Span[],
  terms: ExpertPoolTerms,
  at: Instant,
): Result<DecidedExpert, ExpertDecisionRefusal> {
  if (by.organisationKind !== 'authority') return refuse('expert.authority_only');
  const { kind, number, reason, until } = decision;
  const missing = [
    ...(number.trim() === '' ? ['number'] : []),
    ...(reason.trim() === '' ? ['reason'] : []),
    ...((kind === 'ban') === (until !== null && until > at) ? [] : ['until']),
  ];
  if (missing.length > 0) return refuse('expert.decision_incomplete', { missing });
  const standing = expertStanding(expert, terms.ageOut, at);
  if (!DECIDABLE[kind](standing)) return refuse('expert.wrong_state', { standing });
  if (kind === 'lift') return accept({ state: expert.state, ban: null, outByBans: false });
  if (kind === 'reinstate') return accept({ state: 'appointed', ban: null, outByBans: false });
  if (kind === 'remove' || until === null) {
    return accept({ state: 'removed', ban: expert.ban, outByBans: false });
  }
  const ban = { from: at, until };
  const outByBans = bansReachLimit([...served, ban], terms.bansOut);
  return accept({ state: outByBans ? 'removed' : expert.state, ban, outByBans });
}

/** How an expert served on a panel, as whoever asked for it or the centre found. */
export const ASSESSMENT_GRADES = ['good', 'fair', 'poor'] as const;
/** One of {@link ASSESSMENT_GRADES}. */
export type AssessmentGrade = (typeof ASSESSMENT_GRADES)[number];

/** Whether an assessment says enough: a poor grade wants its reason. */
export function assessExpert(
  grade: AssessmentGrade,
  text: string,
): Result<AssessmentGrade, Refusal<'expert.decision_incomplete'>> {
  return grade === 'poor' && text.trim() === ''
    ? refuse('expert.decision_incomplete', { missing: ['text'] })
    : accept(grade);
}

/** The bans a history tells of, each as far as it ran: a ban that was lifted ended then. */
export function bansOf(
  steps: readonly {
    readonly step: string;
    readonly at: Instant;
    readonly untilAt: Instant | null;
  }[],
): readonly Span[] {
  const bans: Span[] = [];
  for (const { step, at, untilAt } of steps) {
    const last = bans.at(-1);
    // A ban on top of a ban takes its place.
    if ((step === 'lifted' || step === 'banned') && last && at < last.until) {
      bans.splice(-1, 1, { from: last.from, until: at });
    }
    if (step === 'banned' && untilAt !== null) bans.push({ from: at, until: untilAt });
  }
  return bans;
}

/** From when on warnings count at `at`: those of the last review period. */
export function warningsFrom({ review }: ExpertPoolTerms, at: Instant): Instant {
  const months = review.unit === 'year' ? review.value * 12 : review.value;
  return startOfDate(addMonths(legalDate(at), -months));
}
