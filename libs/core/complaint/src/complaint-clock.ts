import { accept, type Instant, type LawBasis, type Result } from '@core/kernel';
import {
  addDays,
  firstRule,
  isWorkday,
  lawOf,
  legalDate,
  periodOf,
  startOfDate,
  type Calendar,
  type CalendarRefusal,
  type LegalDate,
  type Rule,
  type RuleUnit,
  type Stop,
  type UnderLaw,
} from '@core/rules';
import { isComplaintOver, type Complaint, type Pause, type PauseKind } from './complaint';

/** What somebody has to do about a complaint within a time. */
export const COMPLAINT_CLOCKS = ['review', 'correct', 'answer', 'decide'] as const;
export type ComplaintClockName = (typeof COMPLAINT_CLOCKS)[number];

/** A clock of a complaint as everyone concerned sees it. */
export interface ComplaintClock {
  readonly clock: ComplaintClockName;
  /** Whose it is. */
  readonly whose: 'authority' | 'complainant' | 'respondent';
  readonly from: Instant;
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet, or no rule says. */
  readonly until: Instant | null;
  /** What is left, in `unit`; null where `until` is. Below zero: overdue by as many. */
  readonly left: number | null;
  readonly unit: RuleUnit | null;
  readonly law: LawBasis | null;
  /** Since when it stands still; null: it runs. */
  readonly stoppedSince: Instant | null;
}

const REVIEW = [
  'complaint-accept-3wd',
  'gp-complaint-review-5wd',
  'below-complaint-accept-3wd',
] as const;
const ANSWER = [
  'complaint-answer-5wd',
  'gp-complaint-answer-5wd',
  'below-complaint-answer-5wd',
] as const;
const DECIDE = [
  'complaint-decide-30wd',
  'gp-complaint-decide-30wd',
  'below-complaint-decide-30wd',
] as const;
/** The rule by which corrections are taken out of the clock of the decision, which there runs from the receipt. */
const FROM_RECEIPT = 'gp-complaint-clock-stops';

/**
 * The days on which a clock stood still: those after the day it was stopped, to the day it went on, both included. What began
 * and ended on one day stops nothing (Civil Code art. 201: the first day is not counted).
 */
export function stopsOf(
  pauses: readonly Pick<Pause, 'from' | 'to'>[],
  now: Instant,
): readonly Stop[] {
  return pauses
    .map(({ from, to }) => ({
      from: addDays(legalDate(from), 1),
      to: legalDate(to ?? Math.max(now, from)),
    }))
    .filter((stop) => stop.from <= stop.to);
}

/** The pause of this kind that lasts at an instant, unless it has ended by itself; null: none does. */
export function openPause<P extends Pause>(
  pauses: readonly P[],
  kind: PauseKind,
  at: Instant,
): P | null {
  return (
    pauses.find(
      (one) => one.kind === kind && one.to === null && (one.until === null || at < one.until),
    ) ?? null
  );
}

/** Days of this unit after one date, up to another, that were not stopped; below zero where the second is earlier. */
export function daysLeft(
  calendar: Calendar,
  today: LegalDate,
  last: LegalDate,
  unit: RuleUnit,
  stops: readonly Stop[],
): Result<number, CalendarRefusal> {
  const [early, late] = today <= last ? [today, last] : [last, today];
  let count = 0;
  for (let day = addDays(early, 1); day <= late; day = addDays(day, 1)) {
    const works = unit === 'workday' ? isWorkday(calendar, day) : accept(true);
    if (!works.ok) return works;
    const isStopped = stops.some((stop) => stop.from <= day && day <= stop.to);
    if (works.value && !isStopped) count++;
  }
  return accept(today <= last ? count : -count);
}

/** The clocks of a complaint that somebody still has to keep at `now`. */
export function clocksOf(
  complaint: Complaint,
  pauses: readonly Pause[],
  law: UnderLaw,
  calendar: Calendar,
  now: Instant,
): readonly ComplaintClock[] {
  const { state, filedAt, correctBy, correctionAskedAt, correctedAt, acceptedAt } = complaint;
  if (isComplaintOver(state)) return [];
  const counted = { law, calendar, now };
  if (state === 'deficient') {
    const from = correctionAskedAt ?? filedAt;
    return [stated('correct', 'complainant', from, correctBy, counted)];
  }
  if (acceptedAt === null) {
    return [counting('review', 'authority', correctedAt ?? filedAt, REVIEW, [], counted)];
  }
  const decide = counting(
    'decide',
    'authority',
    decideFrom(complaint, law),
    DECIDE,
    decisionStops(complaint, pauses, law),
    counted,
  );
  if (complaint.answeredAt !== null) return [decide];
  return [counting('answer', 'respondent', acceptedAt, ANSWER, [], counted), decide];
}

/** From when the clock of the decision runs: the acceptance; under the procurement law, the receipt. */
export function decideFrom({ filedAt, acceptedAt }: Complaint, law: UnderLaw): Instant {
  return firstRule(law, [FROM_RECEIPT]) ? filedAt : (acceptedAt ?? filedAt);
}

/** What is not counted in the clock of the decision: its pauses, and the time of a correction where it runs from the receipt. */
function decisionStops(
  { correctionAskedAt, correctedAt }: Complaint,
  pauses: readonly Pause[],
  law: UnderLaw,
): readonly Pick<Pause, 'from' | 'to'>[] {
  const own = pauses.filter(({ kind }) => kind === 'clock');
  if (correctionAskedAt === null || correctedAt === null) return own;
  return firstRule(law, [FROM_RECEIPT])
    ? [{ from: correctionAskedAt, to: correctedAt }, ...own]
    : own;
}

interface Counted {
  readonly law: UnderLaw;
  readonly calendar: Calendar;
  readonly now: Instant;
}

function counting(
  clock: ComplaintClockName,
  whose: ComplaintClock['whose'],
  from: Instant,
  rules: readonly string[],
  pauses: readonly Pick<Pause, 'from' | 'to'>[],
  counted: Counted,
): ComplaintClock {
  const rule = firstRule(counted.law, rules);
  const stoppedSince = pauses.find(({ to }) => to === null)?.from ?? null;
  const head = { clock, whose, from, stoppedSince };
  if (!rule) return { ...head, until: null, left: null, unit: null, law: null };
  return { ...head, unit: rule.unit, law: lawOf(rule), ...endOf(rule, from, pauses, counted) };
}

function endOf(
  rule: Rule,
  from: Instant,
  pauses: readonly Pick<Pause, 'from' | 'to'>[],
  { calendar, now }: Counted,
): Pick<ComplaintClock, 'until' | 'left'> {
  const stops = stopsOf(pauses, now);
  const end = periodOf(calendar, rule, from, stops);
  if (!end.ok) return { until: null, left: null };
  const { lastDay, until } = end.value;
  const left = daysLeft(calendar, legalDate(now), lastDay, rule.unit ?? 'day', stops);
  return { until, left: left.ok ? left.value : null };
}

/** A clock whose end somebody has set. */
function stated(
  clock: ComplaintClockName,
  whose: ComplaintClock['whose'],
  from: Instant,
  until: Instant | null,
  { calendar, now }: Counted,
): ComplaintClock {
  const head = { clock, whose, from, until, law: null, stoppedSince: null };
  if (until === null) return { ...head, left: null, unit: null };
  const left = daysLeft(calendar, legalDate(now), legalDate(until - 1), 'day', []);
  return { ...head, left: left.ok ? left.value : null, unit: 'day' };
}

/** How many working days a decision took, without those on which the clock stood still; null: a year is not known. */
export function workingDaysTaken(
  complaint: Complaint,
  pauses: readonly Pause[],
  law: UnderLaw,
  calendar: Calendar,
): number | null {
  const { endedAt } = complaint;
  if (endedAt === null) return null;
  const from = legalDate(decideFrom(complaint, law));
  const stops = stopsOf(decisionStops(complaint, pauses, law), endedAt);
  const days = daysLeft(calendar, from, legalDate(endedAt), 'workday', stops);
  return days.ok ? days.value : null;
}

/** The first instant of the day a firm says it came to know. */
export function startOfKnowing(knownOn: LegalDate): Instant {
  return startOfDate(knownOn);
}
