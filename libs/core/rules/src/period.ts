import {
  accept,
  HOUR,
  MINUTE,
  refuse,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  addDays,
  daysBetween,
  endOfDate,
  isWorkday,
  legalDate,
  rollForward,
  type Calendar,
  type CalendarRefusal,
  type LegalDate,
} from './calendar';
import type { Rule, RuleUnit } from './rule-set';

/** Days on which a clock stands still, both included (Regulations art. 60, 61). */
export interface Stop {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** When a period ends. */
export interface PeriodEnd {
  /** The last day of the period in Beijing. */
  readonly lastDay: LegalDate;
  /** The first instant that is too late: 24:00 of the last day, or the instant itself for hours. */
  readonly until: Instant;
}

/** The rule's unit does not measure time, or it has no number. */
export type PeriodRefusal = CalendarRefusal | Refusal<'rules.no_period'>;

function stopped(stops: readonly Stop[], day: LegalDate): boolean {
  return stops.some((stop) => stop.from <= day && day <= stop.to);
}

/** The day `count` days later, not counting stopped days. */
function countDays(from: LegalDate, count: number, stops: readonly Stop[]): LegalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (!stopped(stops, day)) left--;
  }
  return day;
}

/** The last of `count` working days after `from`; the first day is not counted. */
export function countWorkdays(
  calendar: Calendar,
  from: LegalDate,
  count: number,
  stops: readonly Stop[],
): Result<LegalDate, CalendarRefusal> {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const works = isWorkday(calendar, day);
    if (!works.ok) return works;
    if (works.value && !stopped(stops, day)) left--;
  }
  return accept(day);
}

/** The corresponding day `count` months later, or the month's last where there is none (Civil Code art. 202). */
export function addMonths(from: LegalDate, count: number): LegalDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

const SHORT: Partial<Record<RuleUnit, number>> = { hour: HOUR, minute: MINUTE };

/**
 * When a period of law that began at `from` ends (Civil Code art. 200–204). The first day is not counted; a last day
 * that is no working day moves to the next one; hours and minutes count from the instant itself and never move.
 * Days on which the clock stood still are not counted.
 */
export function periodEnd(
  calendar: Calendar,
  from: Instant,
  length: { readonly value: number; readonly unit: RuleUnit },
  stops: readonly Stop[] = [],
): Result<PeriodEnd, PeriodRefusal> {
  const { value, unit } = length;
  const short = SHORT[unit];
  if (short !== undefined) {
    const until = from + value * short;
    return accept({ lastDay: legalDate(until), until });
  }
  const begin = legalDate(from);
  let last: Result<LegalDate, CalendarRefusal>;
  if (unit === 'workday') last = countWorkdays(calendar, begin, value, stops);
  else if (unit === 'day') last = rollForward(calendar, countDays(begin, value, stops));
  else if (unit === 'month' || unit === 'year') {
    const months = unit === 'year' ? value * 12 : value;
    last = rollForward(calendar, withStops(addMonths(begin, months), begin, stops));
  } else return refuse('rules.no_period', { unit });
  return last.ok ? accept({ lastDay: last.value, until: endOfDate(last.value) }) : last;
}

/** A date moved on by the stopped days since the beginning. */
function withStops(date: LegalDate, begin: LegalDate, stops: readonly Stop[]): LegalDate {
  return stops.length === 0 ? date : countDays(begin, daysBetween(begin, date), stops);
}

/** {@link periodEnd} of a rule's own length. */
export function periodOf(
  calendar: Calendar,
  rule: Rule,
  from: Instant,
  stops: readonly Stop[] = [],
): Result<PeriodEnd, PeriodRefusal> {
  const { value, unit } = rule;
  if (value === null || unit === null) return refuse('rules.no_period', { rule: rule.id });
  return periodEnd(calendar, from, { value, unit }, stops);
}
