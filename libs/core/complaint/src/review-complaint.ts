import { accept, refuse, type Instant, type Result } from '@core/kernel';
import { firstRule, refuseByLaw, type UnderLaw } from '@core/rules';
import {
  COMPLAINT_TRANSITIONS,
  type Complaint,
  type ComplaintRefusal,
  type ComplaintState,
  type NotAcceptedGround,
} from './complaint';

/** Where the firm's own word ends a complaint; elsewhere the authority decides whether it may be withdrawn. */
const ENDS_BY_WORD = 'gp-complaint-withdraw';

/** Whether a complaint may go to another state now. */
export function mayBecome(
  { state }: Pick<Complaint, 'state'>,
  next: ComplaintState,
): Result<ComplaintState, ComplaintRefusal> {
  return COMPLAINT_TRANSITIONS[state].includes(next)
    ? accept(next)
    : refuse('complaint.wrong_state', { state });
}

/** Asks for what a complaint lacks: all of it, once. The authority says until when it is to be corrected. */
export function askCorrection(
  complaint: Complaint,
  wish: { readonly lacking: string; readonly correctBy: Instant },
  at: Instant,
  law: UnderLaw,
): Result<string, ComplaintRefusal> {
  if (complaint.correctionAskedAt !== null) return refuseByLaw('complaint.asked_once', law);
  const next = mayBecome(complaint, 'deficient');
  if (!next.ok) return next;
  const lacking = wish.lacking.trim();
  if (lacking === '') return refuse('complaint.text_missing');
  return wish.correctBy > at ? accept(lacking) : refuse('complaint.day_impossible');
}

/** Takes the correction, in its time. */
export function correctComplaint(
  complaint: Complaint,
  text: string,
  at: Instant,
): Result<string, ComplaintRefusal> {
  const next = mayBecome(complaint, 'corrected');
  if (!next.ok) return next;
  const { correctBy } = complaint;
  if (correctBy !== null && at >= correctBy) {
    return refuse('complaint.correction_late', { until: correctBy });
  }
  const written = text.trim();
  return written === '' ? refuse('complaint.text_missing') : accept(written);
}

/** Whether a complaint is not accepted: on a ground of law, in words; `not_corrected` only when its time is over. */
export function notAccept(
  complaint: Complaint,
  { ground, text }: { readonly ground: NotAcceptedGround | null; readonly text: string },
  at: Instant,
  law: UnderLaw,
): Result<{ readonly ground: NotAcceptedGround; readonly text: string }, ComplaintRefusal> {
  if (ground === null) return refuseByLaw('complaint.ground_missing', law);
  const next = mayBecome(complaint, 'not_accepted');
  if (!next.ok) return next;
  const isOver = complaint.correctBy !== null && at >= complaint.correctBy;
  if (complaint.state === 'deficient' && !(ground === 'not_corrected' && isOver)) {
    return refuse('complaint.wrong_state', { state: complaint.state });
  }
  const said = text.trim();
  return said === '' ? refuse('complaint.text_missing') : accept({ ground, text: said });
}

/** Takes the respondent's answer, once, while the complaint is being dealt with. */
export function answerComplaint(
  { state, answeredAt }: Complaint,
  text: string,
): Result<string, ComplaintRefusal> {
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  if (answeredAt !== null) return refuse('complaint.answered_already');
  const written = text.trim();
  return written === '' ? refuse('complaint.text_missing') : accept(written);
}

/**
 * What a firm's word to withdraw leads to: before the acceptance, and under the procurement law also afterwards, the end
 * (MoF Order 94 art. 30); else the authority is asked (Order 11 art. 19).
 */
export function withdrawComplaint(
  complaint: Complaint,
  reason: string,
  law: UnderLaw,
): Result<'ended' | 'asked', ComplaintRefusal> {
  const next = mayBecome(complaint, 'withdrawn');
  if (!next.ok) return next;
  if (reason.trim() === '') return refuse('complaint.text_missing');
  if (complaint.acceptedAt === null || firstRule(law, [ENDS_BY_WORD])) return accept('ended');
  return complaint.withdrawalAskedAt === null
    ? accept('asked')
    : refuse('complaint.withdrawal_open');
}

/** Whether the authority may answer the wish to withdraw. */
export function answerWithdrawal(
  { state, withdrawalAskedAt }: Complaint,
  text: string,
): Result<string, ComplaintRefusal> {
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  if (withdrawalAskedAt === null) return refuse('complaint.withdrawal_unasked');
  const said = text.trim();
  return said === '' ? refuse('complaint.text_missing') : accept(said);
}
