import { accept, DAY, refuse, type Instant, type LawBasis, type Result } from '@core/kernel';
import {
  addDays,
  daysBetween,
  firstRule,
  lawOf,
  legalDate,
  REFUSAL_GROUNDS,
  refuseByLaw,
  ruleFor,
  startOfDate,
  type UnderLaw,
} from '@core/rules';
import { isAwarded, type ComplaintOrder, type TenderState } from '@core/tender';
import type { Complaint, ComplaintRefusal, ComplaintWish, Pause } from './complaint';
import { openPause } from './complaint-clock';

/** The rule that says how long the procurement may stand still (Procurement Law art. 57). */
const LONGEST_SUSPENSION = 'gp-suspend-max-30d';

/** Stops the clock of the decision of an accepted complaint. */
export function stopClock(
  { state }: Complaint,
  pauses: readonly Pause[],
  text: string,
  at: Instant,
): Result<string, ComplaintRefusal> {
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  if (openPause(pauses, 'clock', at)) return refuse('complaint.clock_stopped');
  const said = text.trim();
  return said === '' ? refuse('complaint.text_missing') : accept(said);
}

/** The pause that ends when the clock goes on. */
export function continueClock<P extends Pause>(
  { state }: Complaint,
  pauses: readonly P[],
  at: Instant,
): Result<P, ComplaintRefusal> {
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  const open = openPause(pauses, 'clock', at);
  return open ? accept(open) : refuse('complaint.clock_running');
}

/**
 * Suspends the award (责令暂停) while a complaint is dealt with, until the authority resumes it or decides. Under the
 * procurement law for at most thirty days in all: says when that ends by itself.
 */
export function suspendProcedure(
  { state }: Complaint,
  pauses: readonly Pause[],
  reason: string,
  at: Instant,
  law: UnderLaw,
): Result<{ readonly until: Instant | null; readonly law: LawBasis | null }, ComplaintRefusal> {
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  if (openPause(pauses, 'suspension', at)) return refuse('complaint.suspended_already');
  if (reason.trim() === '') return refuse('complaint.text_missing');
  const longest = ruleFor(law.set, LONGEST_SUSPENSION, law.regime, law.on);
  if (longest?.value == null) {
    const rule = firstRule(law, REFUSAL_GROUNDS['award.complaint_suspended']);
    return accept({ until: null, law: rule ? lawOf(rule) : null });
  }
  const left = longest.value - suspendedDays(pauses, at);
  if (left <= 0) return refuseByLaw('complaint.suspension_spent', law, { days: longest.value });
  const until = startOfDate(addDays(legalDate(at), left)) + DAY;
  return accept({ until, law: lawOf(longest) });
}

/** The days an earlier suspension lasted, the first not counted. */
function suspendedDays(pauses: readonly Pause[], at: Instant): number {
  return pauses
    .filter(({ kind }) => kind === 'suspension')
    .map(({ from, to, until }) => {
      const end = Math.min(to ?? at, until === null ? at : until - 1);
      return Math.max(0, daysBetween(legalDate(from), legalDate(end)));
    })
    .reduce((sum, days) => sum + days, 0);
}

/** The suspension that ends when the procedure goes on. */
export function resumeProcedure<P extends Pause>(
  pauses: readonly P[],
  at: Instant,
): Result<P, ComplaintRefusal> {
  const open = openPause(pauses, 'suspension', at);
  return open ? accept(open) : refuse('complaint.not_suspended');
}

/** Where the tender stands when a complaint about it is decided. */
export interface DecisionFacts {
  readonly state: TenderState;
  /** Whether the tender has several lots. */
  readonly isDivided: boolean;
  /** Whether both sides have signed the contract of the lot. */
  readonly contractSigned: boolean;
  /** Whether the last record of the tender is written: nothing of it changes any more. */
  readonly isClosed: boolean;
}

/**
 * Takes a decision: findings and the law it rests on in words; an upheld complaint orders something, if only that nothing
 * follows. What it orders must still be possible: documents are corrected before the deadline, a result is changed as long as
 * the lot has no contract. A clock that stands still goes on first: what it waited for is in.
 */
export function decideComplaint(
  complaint: Complaint,
  pauses: readonly Pause[],
  wish: ComplaintWish,
  facts: DecisionFacts,
  at: Instant,
  law: UnderLaw,
): Result<ComplaintWish & { readonly law: LawBasis | null }, ComplaintRefusal> {
  const { state } = complaint;
  if (state !== 'accepted') return refuse('complaint.wrong_state', { state });
  if (openPause(pauses, 'clock', at)) return refuse('complaint.clock_stopped');
  const findings = wish.findings.trim();
  const basis = wish.basis.trim();
  if (findings === '' || basis === '') return refuse('complaint.text_missing');
  const rule = firstRule(law, REFUSAL_GROUNDS['complaint.order_impossible']);
  const cited = rule ? lawOf(rule) : null;
  if (wish.outcome === 'dismissed') {
    return accept({ ...wish, findings, basis, order: null, law: cited });
  }
  if (wish.order === null) return refuse('complaint.order_missing');
  const possible = mayOrder(wish.order, complaint, facts, law);
  return possible.ok ? accept({ ...wish, findings, basis, law: cited }) : possible;
}

/** Whether an order can be carried out as the tender stands. */
export function mayOrder(
  order: ComplaintOrder,
  { lot }: Pick<Complaint, 'lot'>,
  { state, isDivided, contractSigned, isClosed }: DecisionFacts,
  law: UnderLaw,
): Result<true, ComplaintRefusal> {
  if (order === 'none') return accept(true);
  const impossible = refuseByLaw('complaint.order_impossible', law, { state });
  if (state === 'published') {
    return order === 'correct_documents' || order === 'call_again' ? accept(true) : impossible;
  }
  const isRunning = ['opening', 'evaluation', 'publicity'].includes(state);
  if (order === 'correct_documents' || isClosed) return impossible;
  if (!isRunning && !isAwarded(state)) return impossible;
  if (isDivided && lot === null) return impossible;
  return contractSigned ? refuseByLaw('complaint.contract_signed', law) : accept(true);
}

/** The orders that can be given as the tender stands, for the form. */
export function possibleOrders(
  orders: readonly ComplaintOrder[],
  complaint: Pick<Complaint, 'lot'>,
  facts: DecisionFacts,
  law: UnderLaw,
): readonly ComplaintOrder[] {
  return orders.filter((order) => mayOrder(order, complaint, facts, law).ok);
}
