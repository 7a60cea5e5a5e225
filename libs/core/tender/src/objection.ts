import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  firstRule,
  lawOf,
  legalDate,
  periodOf,
  REFUSAL_GROUNDS,
  refuseByLaw,
  ruleFor,
  type Calendar,
  type CalendarRefusal,
  type RuleSet,
} from '@core/rules';
import { isAwarded, lawOn, type Tender } from './tender';

/** Why an objection is not taken, or an award not made. */
export type ObjectionRefusal =
  | Refusal<
      | 'objection.text_missing'
      | 'objection.documents_too_late'
      | 'objection.too_late'
      | 'objection.answered_already'
      | 'award.objection_open'
    >
  | CalendarRefusal;

/** An objection (异议), as decisions see it. */
export interface Objection {
  readonly filedAt: Instant;
  readonly repliedAt: Instant | null;
}

/** An objection that is taken: its words, until when it is answered, and by which rule. */
export interface TakenObjection {
  readonly text: string;
  readonly replyBy: Instant | null;
  readonly law: LawBasis | null;
}

/** The rule of the procurement law by which a result is questioned (质疑) after its publication. */
const QUERY = 'gp-query-7wd';

/**
 * Until when the result may be objected to: while the candidates are published (Implementing Regulations art. 54); under
 * the procurement law seven working days more, for whoever is concerned is taken to know when the publication ends
 * (Procurement Law art. 52, its Regulations art. 53). Null: no candidates are published yet.
 */
export function resultObjectionsUntil(
  tender: Tender,
  set: RuleSet,
  calendar: Calendar,
): Result<Instant | null, CalendarRefusal> {
  const until = tender.publicityUntil;
  const isOut = tender.state === 'publicity' || isAwarded(tender.state);
  if (until === null || !isOut) return accept(null);
  const query = ruleFor(set, QUERY, tender.regime, legalDate(until));
  if (!query) return accept(tender.state === 'publicity' ? until : null);
  const end = periodOf(calendar, query, until - 1);
  if (end.ok) return accept(end.value.until);
  return end.refusal.code === 'rules.no_period'
    ? accept(until)
    : refuse(end.refusal.code, end.refusal.params);
}

/**
 * Takes an objection to the result: as long as {@link resultObjectionsUntil} says, not after. Says until when the tenderer
 * has to answer; the clock is the law's.
 */
export function objectToResult(
  tender: Tender,
  text: string,
  at: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<TakenObjection, ObjectionRefusal> {
  const written = text.trim();
  if (written === '') return refuse('objection.text_missing');
  const until = resultObjectionsUntil(tender, set, calendar);
  if (!until.ok) return until;
  if (until.value === null || at >= until.value) {
    return refuseByLaw('objection.too_late', lawOn(tender, set, at));
  }
  return withClock(tender, written, at, set, calendar);
}

/** What an objection is against: the documents (招标文件), or the result of the evaluation. */
export const OBJECTION_STAGES = ['documents', 'result'] as const;
export type ObjectionStage = (typeof OBJECTION_STAGES)[number];

/**
 * Takes an objection to the documents: until the day the law counts back from the deadline (Implementing Regulations
 * art. 22). It is answered within the law's clock, and the tender stands still until it is.
 */
export function objectToDocuments(
  tender: Tender,
  text: string,
  at: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<TakenObjection, ObjectionRefusal> {
  const written = text.trim();
  if (written === '') return refuse('objection.text_missing');
  const until = tender.timetable?.objectUntil ?? at;
  if (tender.state !== 'published' || at > until) {
    return refuseByLaw('objection.documents_too_late', lawOn(tender, set, at), { until });
  }
  return withClock(tender, written, at, set, calendar);
}

function withClock(
  tender: Tender,
  text: string,
  at: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<TakenObjection, ObjectionRefusal> {
  const rule = firstRule(lawOn(tender, set, at), REFUSAL_GROUNDS['award.objection_open']);
  if (!rule) return accept({ text, replyBy: null, law: null });
  const end = periodOf(calendar, rule, at);
  if (!end.ok && end.refusal.code === 'calendar.year_unknown') {
    return refuse(end.refusal.code, end.refusal.params);
  }
  return accept({ text, replyBy: end.ok ? end.value.until : null, law: lawOf(rule) });
}

/** An objection is answered once. */
export function replyTo(objection: Objection, text: string): Result<string, ObjectionRefusal> {
  const written = text.trim();
  if (written === '') return refuse('objection.text_missing');
  return objection.repliedAt === null ? accept(written) : refuse('objection.answered_already');
}

/** Whether an award may be made in spite of the objections there are: not while one is unanswered. */
export function awardDespite(
  tender: Tender,
  objections: readonly Objection[],
  set: RuleSet,
  at: Instant,
): Result<true, ObjectionRefusal> {
  const open = objections.filter((one) => one.repliedAt === null).length;
  if (open === 0) return accept(true);
  return refuseByLaw('award.objection_open', lawOn(tender, set, at), { open });
}
