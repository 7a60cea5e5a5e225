import type { Instant } from '@core/kernel';
import {
  addDays,
  atBeijing,
  isWorkday,
  legalDate,
  type Calendar,
  type LegalDate,
} from './calendar';
import { blocking, type Finding } from './finding';
import type { Regime, RuleSet } from './rule-set';
import { checkTimetable, type Timetable } from './timetable';

/** A day of the calendar, as a possible last day for bids. */
export interface DeadlineDay {
  readonly date: LegalDate;
  /** Whether offices work; null: the calendar of a year that counts is not known, and no deadline may be set. */
  readonly works: boolean | null;
  /** The first rule that forbids this day; null: it is lawful. */
  readonly against: Finding | null;
}

/** A timetable whose dates follow a deadline as they do in another one, none before the publication. */
export function withDeadline(base: Timetable, publishAt: Instant, deadline: Instant): Timetable {
  const by = deadline - base.deadline;
  return {
    publishAt,
    documentsUntil: deadline,
    clarifyUntil: Math.max(publishAt, base.clarifyUntil + by),
    objectUntil: Math.max(publishAt, base.objectUntil + by),
    deadline,
    openAt: deadline,
  };
}

/**
 * Every day from the publication's on, `count` of them, with what the law says to a deadline on it at `time`
 * (`09:30`, Beijing). `base` is the proposed timetable, whose other dates move along.
 */
export function deadlineDays(
  set: RuleSet,
  regime: Regime,
  base: Timetable,
  time: string,
  count: number,
  calendar: Calendar,
): readonly DeadlineDay[] {
  const { publishAt } = base;
  const first = legalDate(publishAt);
  return Array.from({ length: count }, (_, index): DeadlineDay => {
    const date = addDays(first, index);
    const works = isWorkday(calendar, date);
    const timetable = withDeadline(base, publishAt, atBeijing(date, time));
    const held = checkTimetable(set, regime, timetable, calendar);
    const [against = null] = held.ok ? blocking(held.value) : [];
    return { date, works: works.ok && held.ok ? works.value : null, against };
  });
}
