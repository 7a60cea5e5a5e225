import { accept, DAY, type Instant, type Result } from '@core/kernel';
import {
  addDays,
  atBeijing,
  daysBetween,
  endOfDate,
  isWorkday,
  lastDayOf,
  lastWorkdayOf,
  legalDate,
  rollForward,
  type Calendar,
  type CalendarRefusal,
} from './calendar';
import { judge, limitOf, ruleFor, type Finding } from './finding';
import type { Regime, Rule, RuleSet } from './rule-set';

/** The moments of a tender that the law has something to say about. */
export interface Timetable {
  readonly publishAt: Instant;
  /** Until when documents are handed out; sign-up closes with the deadline. */
  readonly documentsUntil: Instant;
  readonly clarifyUntil: Instant;
  readonly objectUntil: Instant;
  /** Bids arrive before this instant, and the opening is at the same one. */
  readonly deadline: Instant;
  readonly openAt: Instant;
}

interface Limits {
  readonly prepare: { rule: Rule; value: number } | null;
  readonly documents: { rule: Rule; value: number } | null;
  readonly clarify: { rule: Rule; value: number } | null;
  readonly object: { rule: Rule; value: number } | null;
}

/** The limits in force on the day of the publication. */
function limits(set: RuleSet, regime: Regime, publishAt: Instant): Limits {
  const on = legalDate(publishAt);
  return {
    prepare: limitOf(set, ['bid-prep-min-20d', 'gp-prep-20d', 'below-prep-5d'], regime, on),
    documents: limitOf(set, ['doc-sale-min-5d', 'gp-doc-5wd'], regime, on),
    clarify: limitOf(set, ['clarify-min-15d', 'gp-clarify-15d', 'below-clarify-3d'], regime, on),
    object: limitOf(set, ['objection-doc-10d', 'below-objection-2d'], regime, on),
  };
}

/** 09:30 in Beijing: when a proposed opening begins. */
const OPENING_TIME = '09:30';

/**
 * The earliest lawful timetable for a tender published at `publishAt`: the day after the minimum has run out
 * (so that nobody can dispute the last day), rolled to a working day, at 09:30 in Beijing.
 */
export function proposeTimetable(
  set: RuleSet,
  regime: Regime,
  publishAt: Instant,
  calendar: Calendar,
): Result<Timetable, CalendarRefusal> {
  const found = limits(set, regime, publishAt);
  const prepare = found.prepare?.value ?? 5;
  const date = rollForward(calendar, addDays(legalDate(publishAt), prepare + 1));
  if (!date.ok) return date;
  const deadline = atBeijing(date.value, OPENING_TIME);
  const before = (limit: { value: number } | null): Instant =>
    Math.max(publishAt, deadline - (limit?.value ?? 0) * DAY);
  return accept({
    publishAt,
    documentsUntil: deadline,
    clarifyUntil: before(found.clarify),
    objectUntil: before(found.object),
    deadline,
    openAt: deadline,
  });
}

/** A period whose last day is none to work ends on the next that is (Civil Code §203); no bid is due before it ends. */
function preparation(
  found: Limits,
  { publishAt, deadline }: Timetable,
  { set, regime, calendar }: { set: RuleSet; regime: Regime; calendar: Calendar },
): Result<readonly Finding[], CalendarRefusal> {
  if (!found.prepare) return accept([]);
  const { rule, value } = found.prepare;
  const last = legalDate(deadline);
  const days = daysBetween(legalDate(publishAt), last);
  const counted = addDays(legalDate(publishAt), value);
  const rolled = rollForward(calendar, counted);
  if (!rolled.ok) return rolled;
  const earliest = rolled.value;
  const facts = { days, minimum: value, earliest };
  const main = judge(rule, last >= earliest, facts);
  const boundary = ruleFor(set, 'exact-prep-boundary', regime, legalDate(publishAt));
  return accept(boundary && days === value ? [main, judge(boundary, false, facts)] : [main]);
}

function handedOut(
  found: Limits,
  timetable: Timetable,
  calendar: Calendar,
): Result<readonly Finding[], CalendarRefusal> {
  if (!found.documents) return accept([]);
  const { rule, value } = found.documents;
  const from = legalDate(timetable.publishAt);
  const until = legalDate(timetable.documentsUntil);
  let days = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (rule.unit !== 'workday') {
      days++;
      continue;
    }
    const works = isWorkday(calendar, day);
    if (!works.ok) return works;
    if (works.value) days++;
  }
  return accept([judge(rule, days >= value, { days, minimum: value })]);
}

function countedBack(limit: Limits['clarify'], at: Instant, deadline: Instant): Finding[] {
  if (!limit) return [];
  const latest = deadline - limit.value * DAY;
  return [judge(limit.rule, at <= latest, { at, latest, days: limit.value })];
}

/**
 * Holds a timetable against every rule that has something to say about it. Refuses with `calendar.year_unknown` where a
 * day counts whose year's calendar is not known: nothing is guessed.
 */
export function checkTimetable(
  set: RuleSet,
  regime: Regime,
  timetable: Timetable,
  calendar: Calendar,
): Result<readonly Finding[], CalendarRefusal> {
  const due = isWorkday(calendar, legalDate(timetable.deadline));
  if (!due.ok) return due;
  const found = limits(set, regime, timetable.publishAt);
  const same = ruleFor(set, 'open-equals-deadline', regime, legalDate(timetable.publishAt));
  const prepared = preparation(found, timetable, { set, regime, calendar });
  if (!prepared.ok) return prepared;
  const given = handedOut(found, timetable, calendar);
  if (!given.ok) return given;
  return accept([
    ...prepared.value,
    ...given.value,
    // A last day for questions later than the law's only helps bidders; the duty to extend is checked when
    // a clarification is made. What must not be is that the objection window closes too early.
    ...countedBack(found.clarify, timetable.clarifyUntil, timetable.deadline),
    ...countedBack(found.object, timetable.objectUntil, timetable.deadline),
    ...(same
      ? [
          judge(same, timetable.openAt === timetable.deadline, {
            deadline: timetable.deadline,
            openAt: timetable.openAt,
          }),
        ]
      : []),
  ]);
}

/** Rules about how long candidates, or under the procurement law the result, are published. */
const PUBLICITY = ['candidate-pub-min-3d', 'gp-result-publicity-1wd', 'below-publicity-3d'];

/**
 * How long candidates are published and the first instant at which the award may be made: days or working days, as the
 * regime's rule says; no time at all where no rule asks for it.
 */
export function publicityWindow(
  set: RuleSet,
  regime: Regime,
  from: Instant,
  calendar: Calendar,
): Result<
  { readonly days: number; readonly until: Instant; readonly rule: Rule | null },
  CalendarRefusal
> {
  const limit = limitOf(set, PUBLICITY, regime, legalDate(from));
  if (!limit) return accept({ days: 0, until: from, rule: null });
  const { rule, value: days } = limit;
  const last =
    rule.unit === 'workday'
      ? lastWorkdayOf(calendar, legalDate(from), days)
      : lastDayOf(calendar, legalDate(from), days);
  return last.ok ? accept({ days, until: endOfDate(last.value), rule }) : last;
}
