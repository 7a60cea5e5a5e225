import { accept, DAY, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import {
  addDays,
  judge,
  lawOf,
  legalDate,
  limitOf,
  refuseByLaw,
  rollForward,
  startOfDate,
  type Calendar,
  type CalendarRefusal,
  type Finding,
  type RuleSet,
  type Timetable,
} from '@core/rules';
import { isPastDeadline, lawOn, type Tender } from './tender';

/** Whether a tender is published and its deadline still to come. */
export function isRunning(tender: Tender, now: Instant): boolean {
  return tender.state === 'published' && tender.timetable !== null && !isPastDeadline(tender, now);
}

/** Why nothing can be asked or clarified. */
export type ClarificationRefusal =
  | Refusal<
      | 'tender.wrong_state'
      | 'tender.unlawful'
      | 'clarification.deadline_earlier'
      | 'clarification.text_missing'
      | 'question.too_late'
    >
  | CalendarRefusal;

/** What the tenderer wants to clarify. */
export interface ClarificationWish {
  readonly text: string;
  /** Whether it may change how bids are prepared (Implementing Regulations art. 21). */
  readonly affectsPreparation: boolean;
  /** The new deadline; null: whatever is lawful soonest. */
  readonly deadline: Instant | null;
}

/** The rule by which a clarification that affects preparation must come early. */
function leadTime(set: RuleSet, { regime }: Tender, now: Instant): ReturnType<typeof limitOf> {
  const ids = ['clarify-min-15d', 'gp-clarify-15d', 'below-clarify-3d'];
  return limitOf(set, ids, regime, legalDate(now));
}

/**
 * The soonest lawful deadline after a clarification at `now`: the present one where the law leaves enough time, else
 * the first working day on which it does, at the same time of day.
 */
export function soonestDeadline(
  tender: Tender,
  affectsPreparation: boolean,
  now: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<{ readonly deadline: Instant; readonly finding: Finding | null }, CalendarRefusal> {
  const deadline = tender.timetable?.deadline ?? now;
  const limit = affectsPreparation ? leadTime(set, tender, now) : null;
  if (!limit) return accept({ deadline, finding: null });
  const least = now + limit.value * DAY;
  const facts = { days: limit.value, deadline, least };
  if (deadline >= least) return accept({ deadline, finding: judge(limit.rule, true, facts) });
  const timeOfDay = deadline - startOfDate(legalDate(deadline));
  const sameDay = startOfDate(legalDate(least)) + timeOfDay >= least;
  const first = sameDay ? legalDate(least) : addDays(legalDate(least), 1);
  const day = rollForward(calendar, first);
  if (!day.ok) return day;
  return accept({
    deadline: startOfDate(day.value) + timeOfDay,
    finding: judge(limit.rule, false, facts),
  });
}

/** A timetable whose deadline is another one: what counts back from it moves with it. */
export function movedTo(timetable: Timetable, deadline: Instant): Timetable {
  const by = deadline - timetable.deadline;
  return {
    publishAt: timetable.publishAt,
    documentsUntil: timetable.documentsUntil + by,
    clarifyUntil: timetable.clarifyUntil + by,
    objectUntil: timetable.objectUntil + by,
    deadline,
    openAt: timetable.openAt + by,
  };
}

/**
 * Clarifies or amends a published tender (Tendering Law art. 23): until the deadline only; what affects preparation
 * moves the deadline as far as the law wants, and no deadline moves closer.
 */
export function clarifyTender(
  tender: Tender,
  wish: ClarificationWish,
  now: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<
  { readonly timetable: Timetable; readonly moved: boolean; readonly finding: Finding | null },
  ClarificationRefusal
> {
  const { timetable, state } = tender;
  if (timetable === null || !isRunning(tender, now)) {
    return refuse('tender.wrong_state', { state });
  }
  if (wish.text.trim() === '') return refuse('clarification.text_missing');
  const soonest = soonestDeadline(tender, wish.affectsPreparation, now, set, calendar);
  if (!soonest.ok) return soonest;
  const { finding } = soonest.value;
  const deadline = wish.deadline ?? soonest.value.deadline;
  if (deadline < timetable.deadline) {
    return refuseByLaw('clarification.deadline_earlier', lawOn(tender, set, now), {
      deadline: timetable.deadline,
    });
  }
  const limit = wish.affectsPreparation ? leadTime(set, tender, now) : null;
  if (limit && deadline < now + limit.value * DAY) {
    return refuse(
      'tender.unlawful',
      {
        rule: limit.rule.id,
        minimum: String(limit.value),
        earliest: String(soonest.value.deadline),
      },
      lawOf(limit.rule),
    );
  }
  const moved = deadline !== timetable.deadline;
  return accept({ timetable: moved ? movedTo(timetable, deadline) : timetable, moved, finding });
}

/**
 * Whether a question about the documents may still be asked: until the last moment at which its answer could go out as a
 * clarification without moving the deadline (Implementing Regulations art. 21).
 */
export function askQuestion(
  tender: Tender,
  text: string,
  at: Instant,
  set: RuleSet,
): Result<string, ClarificationRefusal> {
  const asked = text.trim();
  if (asked === '') return refuse('clarification.text_missing');
  if (!isRunning(tender, at)) return refuse('tender.wrong_state', { state: tender.state });
  const until = tender.timetable?.clarifyUntil ?? at;
  if (at <= until) return accept(asked);
  return refuseByLaw('question.too_late', lawOn(tender, set, at), { until });
}
