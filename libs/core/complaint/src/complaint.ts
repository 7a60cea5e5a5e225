import type { Instant, Refusal } from '@core/kernel';
import type { ComplaintOrder } from '@core/tender';
import type { CalendarRefusal, LegalDate } from '@core/rules';

/** What a complaint (投诉) is about. The first three want an objection first; under the procurement law all do. */
export const COMPLAINT_SUBJECTS = ['documents', 'opening', 'result', 'other'] as const;
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

export const COMPLAINT_STATES = [
  'filed',
  'deficient',
  'corrected',
  'accepted',
  'not_accepted',
  'transferred',
  'withdrawn',
  'decided',
] as const;
/** Where a complaint stands. Whether its clock or the award stands still is in its pauses, not here. */
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** Which states may follow which; a test checks that all are reachable and the last ones final. */
export const COMPLAINT_TRANSITIONS: Readonly<Record<ComplaintState, readonly ComplaintState[]>> = {
  filed: ['deficient', 'accepted', 'not_accepted', 'transferred', 'withdrawn'],
  deficient: ['corrected', 'not_accepted', 'withdrawn'],
  corrected: ['accepted', 'not_accepted', 'transferred', 'withdrawn'],
  accepted: ['decided', 'withdrawn'],
  not_accepted: [],
  transferred: [],
  withdrawn: [],
  decided: [],
};

/** Grounds on which a complaint is not accepted (Order 11 of the seven ministries art. 12; MoF Order 94 art. 19). */
export const NOT_ACCEPTED_GROUNDS = [
  'not_interested',
  'not_specific',
  'unsigned',
  'too_late',
  'decided_before',
  'no_objection',
  'beyond_query',
  'in_court',
  'not_corrected',
] as const;
export type NotAcceptedGround = (typeof NOT_ACCEPTED_GROUNDS)[number];

/** What comes of a complaint that is decided: it holds (成立), or it does not (驳回). */
export const COMPLAINT_OUTCOMES = ['upheld', 'dismissed'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** Why the clock of the decision stands still (Regulations art. 61; MoF Order 94 art. 27). */
export const STOP_REASONS = ['inspection', 'testing', 'appraisal', 'expert_review'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What pauses: the clock of the decision, or the award and the procedure. */
export const PAUSE_KINDS = ['clock', 'suspension'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

/** A time in which the clock, or the procedure, stands still. */
export interface Pause {
  readonly kind: PauseKind;
  readonly from: Instant;
  /** When it was ended; null: not yet. */
  readonly to: Instant | null;
  /** When it ends by itself at the latest; null: by a command alone. */
  readonly until: Instant | null;
}

/** A complaint, as decisions see it. */
export interface Complaint {
  readonly state: ComplaintState;
  readonly subject: ComplaintSubject;
  /** The lot it is about; null: the whole tender. */
  readonly lot: number | null;
  readonly filedAt: Instant;
  readonly correctionAskedAt: Instant | null;
  /** The first instant that is too late for the correction. */
  readonly correctBy: Instant | null;
  readonly correctedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly withdrawalAskedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** What a firm complains of. */
export interface Filing {
  readonly subject: ComplaintSubject;
  readonly lot: number | null;
  readonly text: string;
  /** What is asked for (投诉请求). */
  readonly claim: string;
  /** Why the firm is concerned (利害关系). */
  readonly interest: string;
  /** The day it came to know, in Beijing. */
  readonly knownOn: LegalDate;
}

/** What the authority decides. */
export interface ComplaintWish {
  readonly outcome: ComplaintOutcome;
  readonly findings: string;
  readonly basis: string;
  /** What it orders; null: it is dismissed. */
  readonly order: ComplaintOrder | null;
}

/** Why something cannot be done with a complaint. */
export type ComplaintRefusal =
  | Refusal<
      | 'complaint.wrong_state'
      | 'complaint.text_missing'
      | 'complaint.day_impossible'
      | 'complaint.too_late'
      | 'complaint.objection_first'
      | 'complaint.objection_waiting'
      | 'complaint.same_matter'
      | 'complaint.asked_once'
      | 'complaint.correction_late'
      | 'complaint.ground_missing'
      | 'complaint.answered_already'
      | 'complaint.clock_stopped'
      | 'complaint.clock_running'
      | 'complaint.suspended_already'
      | 'complaint.not_suspended'
      | 'complaint.suspension_spent'
      | 'complaint.withdrawal_open'
      | 'complaint.withdrawal_unasked'
      | 'complaint.order_missing'
      | 'complaint.order_impossible'
      | 'complaint.contract_signed'
    >
  | CalendarRefusal;

/** Whether a complaint is over, one way or another. */
export function isComplaintOver(state: ComplaintState): boolean {
  return COMPLAINT_TRANSITIONS[state].length === 0;
}

/** Whether its respondent may know of it: from the moment on at which it is accepted and its copy goes out. */
export function isComplaintServed({ acceptedAt }: Pick<Complaint, 'acceptedAt'>): boolean {
  return acceptedAt !== null;
}
