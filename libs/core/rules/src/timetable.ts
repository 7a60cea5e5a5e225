import { accept, DAY, type Instant, type Result } from '@core/kernel';
import {
  addDays,
  atBeijing,
  daysBetween,
  isWorkday,
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
): Finding[] {
  if (!found.prepare) return [];
  const { rule, value } = found.prepare;
  const last = legalDate(deadline);
  const days = daysBetween(legalDate(publishAt), last);
  const counted = addDays(legalDate(publishAt), value);
  const rolled = rollForward(calendar, counted);
  const earliest = rolled.ok ? rolled.value : counted;
  const facts = { days, minimum: value, earliest };
  const main = judge(rule, last >= earliest, facts);
  const boundary = ruleFor(set, 'exact-prep-boundary', regime);
  return boundary && days === value ? [main, judge(boundary, false, facts)] : [main];
}

function handedOut(found: Limits, timetable: Timetable, calendar: Calendar): Finding[] {
  if (!found.documents) return [];
  const { rule, value } = found.documents;
  const from = legalDate(timetable.publishAt);
  const until = legalDate(timetable.documentsUntil);
  let days = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    const works = isWorkday(calendar, day);
    if (rule.unit !== 'workday' || (works.ok && works.value)) days++;
  }
  return [judge(rule, days >= value, { days, minimum: value })];
}

function countedBack(limit: Limits['clarify'], at: Instant, deadline: Instant): Finding[] {
  if (!limit) return [];
  const latest = deadline - limit.value * DAY;
  return [judge(limit.rule, at <= latest, { at, latest, days: limit.value })];
}

/** Holds a timetable against every rule that has something to say about it. */
export function checkTimetable(
  set: RuleSet,
  regime: Regime,
  timetable: Timetable,
  calendar: Calendar,
): readonly Finding[] {
  const found = limits(set, regime, timetable.publishAt);
  const same = ruleFor(set, 'open-equals-deadline', regime);
  return [
    ...preparation(found, timetable, { set, regime, calendar }),
    ...handedOut(found, timetable, calendar),
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
  ];
}

/** Last day of the candidates' publication and the first instant at which the award may be made. */
export function publicityWindow(
  set: RuleSet,
  regime: Regime,
  from: Instant,
  calendar: Calendar,
): Result<
  { readonly days: number; readonly until: Instant; readonly rule: Rule | null },
  CalendarRefusal
> {
  const ids = ['candidate-pub-min-3d', 'below-publicity-3d'];
  const limit = limitOf(set, ids, regime, legalDate(from));
  const days = limit?.value ?? 3;
  const last = rollForward(calendar, addDays(legalDate(from), days));
  if (!last.ok) return last;
  return accept({
    days,
    until: atBeijing(addDays(last.value, 1), '00:00'),
    rule: limit?.rule ?? null,
  });
}
