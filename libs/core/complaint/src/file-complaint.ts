import { accept, refuse, type Instant, type LawBasis, type Result } from '@core/kernel';
import {
  firstRule,
  lawOf,
  legalDate,
  periodOf,
  REFUSAL_GROUNDS,
  refuseByLaw,
  ruleFor,
  type Calendar,
  type Rule,
  type Stop,
  type UnderLaw,
} from '@core/rules';
import type { ComplaintRefusal, ComplaintState, ComplaintSubject, Filing } from './complaint';
import { startOfKnowing } from './complaint-clock';

/** The objection (质疑) a firm made of the same matter before it complains. */
export interface FirstObjection {
  readonly filedAt: Instant;
  /** Until when it has to be answered; null: no rule says. */
  readonly replyBy: Instant | null;
  readonly repliedAt: Instant | null;
}

/** A complaint the same firm made of the same matter before. */
export interface EarlierComplaint {
  readonly state: ComplaintState;
}

/** What is known when a firm files. */
export interface FilingFacts {
  /** The latest objection of the firm to this matter; null: there is none. */
  readonly objection: FirstObjection | null;
  /** What the firm complained of before, in the same tender, lot and subject. */
  readonly earlier: readonly EarlierComplaint[];
  /** How many files come with it. */
  readonly evidence: number;
}

/** A complaint that may be filed: its words, until when it could be, and by which rule. */
export interface TakenComplaint extends Filing {
  readonly until: Instant | null;
  readonly law: LawBasis | null;
}

/** The rule of the procurement law under which every complaint wants a query first (MoF Order 94 art. 19). */
const QUERY_FIRST = 'gp-complaint-conditions';
/** Its window, which runs from the day the answer was due (Procurement Law art. 55). */
const AFTER_REPLY = 'gp-complaint-15-30wd';

/** Whether a complaint about this wants an objection first (Regulations art. 60), and by which rule; null: it does not. */
export function objectionFirst(subject: ComplaintSubject, law: UnderLaw): LawBasis | null {
  const rule = firstRule(law, REFUSAL_GROUNDS['complaint.objection_first']);
  if (!rule || (subject === 'other' && rule.id !== QUERY_FIRST)) return null;
  return lawOf(rule);
}

/**
 * Takes a complaint: after the objection where one comes first, within the law's time from the day the firm came to know
 * (the days of the objection and its answer are not counted) or, under the procurement law, from the day the answer was due;
 * and not of the same matter twice: one under way, one that was withdrawn, one decided without new evidence.
 */
export function fileComplaint(
  filing: Filing,
  facts: FilingFacts,
  at: Instant,
  law: UnderLaw,
  calendar: Calendar,
): Result<TakenComplaint, ComplaintRefusal> {
  const said = spoken(filing);
  if (!said.ok) return said;
  const { knownOn, subject } = said.value;
  const { objection } = facts;
  const isUnobjected = objectionFirst(subject, law) !== null && objection === null;
  if (isUnobjected) return refuseByLaw('complaint.objection_first', law);
  if (knownOn > legalDate(objection?.filedAt ?? at)) return refuse('complaint.day_impossible');
  if (objection !== null && isWaiting(objection, at)) {
    return refuseByLaw('complaint.objection_waiting', law, { until: objection.replyBy ?? at });
  }
  if (facts.earlier.some((one) => isSameAgain(one, facts.evidence))) {
    return refuseByLaw('complaint.same_matter', law);
  }
  const rule = firstRule(law, REFUSAL_GROUNDS['complaint.too_late']);
  if (!rule) return accept({ ...said.value, until: null, law: null });
  const until = complainUntil(rule, knownOn, objection, at, law, calendar);
  if (!until.ok) return until;
  if (until.value !== null && at >= until.value) {
    return refuseByLaw('complaint.too_late', law, { until: until.value });
  }
  return accept({ ...said.value, until: until.value, law: lawOf(rule) });
}

/** The first instant at which a complaint is too late; null: the rule measures no time. */
function complainUntil(
  rule: Rule,
  knownOn: string,
  objection: FirstObjection | null,
  at: Instant,
  { set, regime, on }: UnderLaw,
  calendar: Calendar,
): Result<Instant | null, ComplaintRefusal> {
  const fromReply = ruleFor(set, AFTER_REPLY, regime, on) !== null && objection !== null;
  const end = fromReply
    ? periodOf(calendar, rule, replyEnd(objection))
    : periodOf(calendar, rule, startOfKnowing(knownOn), objected(objection, at));
  if (end.ok) return accept(end.value.until);
  return end.refusal.code === 'rules.no_period'
    ? accept(null)
    : refuse(end.refusal.code, end.refusal.params);
}

/**
 * Until when a firm may still complain after an objection whose answer it has, or should have; null: no rule measures it, or
 * the calendar is not known. What holds the record of a tender open.
 */
export function mayComplainUntil(
  objection: FirstObjection,
  law: UnderLaw,
  calendar: Calendar,
): Instant | null {
  const rule = firstRule(law, REFUSAL_GROUNDS['complaint.too_late']);
  if (!rule) return null;
  const at = objection.repliedAt ?? objection.replyBy ?? objection.filedAt;
  const end = complainUntil(rule, legalDate(objection.filedAt), objection, at, law, calendar);
  return end.ok ? end.value : null;
}

/** The last moment of the time for the answer, as the procurement law counts from it. */
function replyEnd({ filedAt, replyBy, repliedAt }: FirstObjection): Instant {
  return replyBy === null ? (repliedAt ?? filedAt) : replyBy - 1;
}

/** The days from the objection to its answer, or to the day it was due: not counted (Regulations art. 60). */
function objected(objection: FirstObjection | null, at: Instant): readonly Stop[] {
  if (objection === null) return [];
  const { filedAt, replyBy, repliedAt } = objection;
  const end = Math.min(repliedAt ?? at, replyBy === null ? at : replyBy - 1);
  return [{ from: legalDate(filedAt), to: legalDate(Math.max(end, filedAt)) }];
}

function isWaiting({ replyBy, repliedAt }: FirstObjection, at: Instant): boolean {
  return repliedAt === null && (replyBy === null || at < replyBy);
}

function isSameAgain({ state }: EarlierComplaint, evidence: number): boolean {
  if (state === 'not_accepted' || state === 'transferred') return false;
  return state !== 'decided' || evidence === 0;
}

function spoken(filing: Filing): Result<Filing, ComplaintRefusal> {
  const text = filing.text.trim();
  const claim = filing.claim.trim();
  const interest = filing.interest.trim();
  if (text === '' || claim === '' || interest === '') return refuse('complaint.text_missing');
  return accept({ ...filing, text, claim, interest });
}
