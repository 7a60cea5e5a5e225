import { accept, DAY, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import {
  addDays,
  legalDate,
  rollForward,
  startOfDate,
  type Calendar,
  type CalendarRefusal,
  type Timetable,
} from '@core/rules';
import { movedTo } from './clarification';
import type { Tender } from './tender';

/** Why a tender cannot stand still, or go on. */
export type SuspensionRefusal =
  Refusal<'tender.wrong_state' | 'tender.not_suspended'> | CalendarRefusal;

/**
 * Suspends a published tender (暂停招标投标活动, Implementing Regulations art. 22): no bid is taken and the hall does not
 * open until it goes on. A tender that stands still already keeps its first instant.
 */
export function suspendTender(tender: Tender, at: Instant): Result<Instant, SuspensionRefusal> {
  if (tender.state !== 'published') return refuse('tender.wrong_state', { state: tender.state });
  return accept(tender.suspendedAt ?? at);
}

/**
 * Lets a suspended tender go on: its deadline moves by as many whole days as it stood still, to a working day at its own time
 * of day, and every other date with it. Nobody loses time to prepare; a period for questions or objections that had lapsed is
 * counted back from the new deadline too, as the law counts it (Implementing Regulations art. 21, 22), and may be open again.
 */
export function resumeTender(
  tender: Tender,
  at: Instant,
  calendar: Calendar,
): Result<{ readonly timetable: Timetable; readonly days: number }, SuspensionRefusal> {
  const { timetable, suspendedAt, state } = tender;
  if (state !== 'published' || timetable === null) return refuse('tender.wrong_state', { state });
  if (suspendedAt === null) return refuse('tender.not_suspended');
  const days = Math.ceil((at - suspendedAt) / DAY);
  const { deadline } = timetable;
  const date = legalDate(deadline);
  const day = rollForward(calendar, addDays(date, days));
  if (!day.ok) return day;
  const moved = startOfDate(day.value) + (deadline - startOfDate(date));
  return accept({ timetable: movedTo(timetable, moved), days });
}
