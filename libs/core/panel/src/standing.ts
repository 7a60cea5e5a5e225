import { accept, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import { addMonths, countWorkdays, endOfDate, legalDate, startOfDate } from '@core/rules';
import type { Calendar, CalendarRefusal, LegalDate } from '@core/rules';
import { afterTerm, termBasis, type ExpertPoolTerms, type PoolTerm } from './terms';

/** States of an appointment that are stored; what follows from time alone is {@link ExpertStanding}. */
export const EXPERT_STATES = ['appointed', 'paused', 'removed'] as const;
/** Appointed for a term; paused until further notice; removed. */
export type ExpertState = (typeof EXPERT_STATES)[number];

/** Where an expert stands at a moment. Only the first may be drawn. */
export const EXPERT_STANDINGS = [
  'appointed',
  'not_yet',
  'paused',
  'banned',
  'review_failed',
  'expired',
  'over_age',
  'removed',
] as const;
/** One of {@link EXPERT_STANDINGS}. */
export type ExpertStanding = (typeof EXPERT_STANDINGS)[number];

/** A time from its first instant to the first after it. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** An appointment as far as its standing depends on it. */
export interface Appointment {
  readonly state: ExpertState;
  /** First instant of the present term; null: of before terms were kept. */
  readonly termFrom: Instant | null;
  /** First instant after it. */
  readonly termUntil: Instant;
  readonly bornOn: LegalDate | null;
  readonly pause: Span | null;
  readonly ban: Span | null;
  /** Whether the last yearly review found it in order; null: none yet. */
  readonly reviewPassed: boolean | null;
}

/** Completed years of age on a day. */
export function ageOn(bornOn: LegalDate, on: LegalDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return addMonths(bornOn, years * 12) <= on ? years : years - 1;
}

/** The first instant at which somebody is too old for the pool; null where the birthday is not known. */
export function overAgeFrom(bornOn: LegalDate | null, ageOut: PoolTerm): Instant | null {
  return bornOn === null ? null : startOfDate(addMonths(bornOn, ageOut.value * 12));
}

function within(span: Span | null, at: Instant): boolean {
  return span !== null && span.from <= at && at < span.until;
}

/** The standing at a moment: pauses and bans end by themselves, a term runs out, and age is counted in whole years. */
export function expertStanding(expert: Appointment, ageOut: PoolTerm, at: Instant): ExpertStanding {
  const tooOld = overAgeFrom(expert.bornOn, ageOut);
  if (expert.state === 'removed') return 'removed';
  if (within(expert.ban, at)) return 'banned';
  if (tooOld !== null && tooOld <= at) return 'over_age';
  if (expert.termUntil <= at) return 'expired';
  if (expert.termFrom !== null && at < expert.termFrom) return 'not_yet';
  if (expert.reviewPassed === false) return 'review_failed';
  return expert.state === 'paused' || within(expert.pause, at) ? 'paused' : 'appointed';
}

/** A new term: from `from` for as long as the terms say. */
export function newTerm(terms: ExpertPoolTerms, from: Instant): Span {
  return { from, until: endOfDate(afterTerm(legalDate(from), terms.term)) };
}

/** When the next yearly review is due: the end of the day so many months after `from`. */
export function nextExpertReview(terms: ExpertPoolTerms, from: Instant): Instant {
  return endOfDate(afterTerm(legalDate(from), terms.review));
}

/** Why an expert is not appointed for another term. */
export type RenewalRefusal = Refusal<
  'expert.wrong_state' | 'expert.too_old' | 'expert.review_overdue' | 'expert.term_running'
>;

/** Days before the end of a term from which on the next one may be given. */
const RENEW_DAYS = 60;

/**
 * Another term, which begins when the present one ends, or now when that is over. Wants the yearly review to be passed and not
 * overdue; refuses who is banned or removed, or too old when the term would begin.
 */
export function renewExpert(
  expert: Appointment & { readonly reviewDueAt: Instant | null },
  terms: ExpertPoolTerms,
  at: Instant,
): Result<Span, RenewalRefusal> {
  const standing = expertStanding(expert, terms.ageOut, at);
  if (standing === 'over_age') return refuse('expert.too_old', {}, termBasis(terms.ageOut));
  if (standing !== 'appointed' && standing !== 'expired' && standing !== 'paused') {
    return refuse('expert.wrong_state', { standing });
  }
  if (expert.termUntil - at > RENEW_DAYS * 86_400_000) {
    return refuse('expert.term_running', { until: expert.termUntil });
  }
  const { reviewDueAt, reviewPassed } = expert;
  if (reviewPassed === false || (reviewDueAt !== null && reviewDueAt <= at)) {
    return refuse('expert.review_overdue', {}, termBasis(terms.review));
  }
  const term = newTerm(terms, Math.max(at, expert.termUntil));
  const tooOld = overAgeFrom(expert.bornOn, terms.ageOut);
  if (tooOld !== null && tooOld <= term.from) {
    return refuse('expert.too_old', {}, termBasis(terms.ageOut));
  }
  return accept(term);
}

/** Why a pause is not taken over. */
export type PauseRefusal =
  | Refusal<'expert.wrong_state' | 'expert.pause_too_soon' | 'expert.pause_too_long'>
  | CalendarRefusal;

/**
 * A pause: at most as long as the terms say, and where the expert asks for it, announced so many working days before it begins.
 * `from` and `until` are the first instant of the pause and the first after it.
 */
export function pauseExpert(
  expert: Appointment,
  pause: Span & { readonly asked: 'expert' | 'keeper' },
  terms: ExpertPoolTerms,
  calendar: Calendar,
  at: Instant,
): Result<Span, PauseRefusal> {
  const standing = expertStanding(expert, terms.ageOut, at);
  if (standing !== 'appointed') return refuse('expert.wrong_state', { standing });
  const { from, until, asked } = pause;
  if (asked === 'expert') {
    const notice = countWorkdays(calendar, legalDate(at), terms.pauseNotice.value, []);
    if (!notice.ok) return notice;
    if (from < startOfDate(notice.value)) {
      return refuse('expert.pause_too_soon', {}, termBasis(terms.pauseNotice));
    }
  }
  const latest = endOfDate(afterTerm(legalDate(from), terms.pause));
  if (until <= from || until <= at || until > latest) {
    return refuse('expert.pause_too_long', {}, termBasis(terms.pause));
  }
  return accept({ from, until });
}

/** A yearly review, as it is entered. */
export interface ExpertReview {
  readonly passed: boolean;
  /** Why not, where it was not passed. */
  readonly text: string;
}

/** Whether a review may be recorded so: with as many warnings as the terms name it cannot be passed. */
export function reviewExpert(
  expert: Appointment,
  review: ExpertReview,
  warnings: number,
  terms: ExpertPoolTerms,
  at: Instant,
): Result<
  boolean,
  Refusal<'expert.wrong_state' | 'expert.decision_incomplete' | 'expert.warned_too_often'>
> {
  const standing = expertStanding(expert, terms.ageOut, at);
  if (standing === 'removed' || standing === 'over_age') {
    return refuse('expert.wrong_state', { standing });
  }
  if (!review.passed && review.text.trim() === '') {
    return refuse('expert.decision_incomplete', { missing: ['text'] });
  }
  if (review.passed && warnings >= terms.warnings.value) {
    return refuse('expert.warned_too_often', { warnings }, termBasis(terms.warnings));
  }
  return accept(review.passed);
}
