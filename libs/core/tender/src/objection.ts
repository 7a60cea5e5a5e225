import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import {
  lawOf,
  periodOf,
  ruleFor,
  type Calendar,
  type CalendarRefusal,
  type Rule,
  type RuleSet,
} from '@core/rules';
import type { Tender } from './tender';

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

function firstRule(
  set: RuleSet,
  ids: readonly string[],
  tender: Pick<Tender, 'regime'>,
): Rule | null {
  for (const id of ids) {
    const rule = ruleFor(set, id, tender.regime);
    if (rule) return rule;
  }
  return null;
}

/** The rule by which an objection must be answered, and suspends the award until it is. */
function replyRule(set: RuleSet, tender: Pick<Tender, 'regime'>): Rule | null {
  return firstRule(set, ['objection-reply-3d', 'gp-query-7wd', 'below-objection-reply-3d'], tender);
}

/**
 * Takes an objection to the result: while the candidates are published, not after (Implementing Regulations art. 54).
 * Says until when the tenderer has to answer; the clock is the law's.
 */
export function objectToResult(
  tender: Tender,
  text: string,
  at: Instant,
  set: RuleSet,
  calendar: Calendar,
): Result<TakenObjection, ObjectionRefusal> {
  const written = text.trim();
  const window = firstRule(set, ['objection-result-window'], tender);
  if (written === '') return refuse('objection.text_missing');
  const until = tender.publicityUntil;
  if (tender.state !== 'publicity' || until === null || at >= until) {
    return refuse('objection.too_late', {}, window ? lawOf(window) : undefined);
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
    const window = firstRule(set, ['objection-doc-10d', 'below-objection-2d'], tender);
    return refuse('objection.documents_too_late', { until }, window ? lawOf(window) : undefined);
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
  const rule = replyRule(set, tender);
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
): Result<true, ObjectionRefusal> {
  const open = objections.filter((one) => one.repliedAt === null).length;
  if (open === 0) return accept(true);
  const rule = replyRule(set, tender);
  return refuse('award.objection_open', { open }, rule ? lawOf(rule) : undefined);
}
