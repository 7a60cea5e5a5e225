import { blindCodes, blindCommitment, type EvaluationPlan } from '@core/evaluation';
import {
  canonicalize,
  hexOf,
  IDENTIFIER,
  list,
  struct,
  text,
  type CanonicalValue,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';

const CODES = list(struct({ bid: IDENTIFIER, code: text() }));
const COMMITTED = struct({ tender: IDENTIFIER, commit: hexOf(32) });
const OPENED = struct({
  tender: IDENTIFIER,
  nonce: hexOf(32),
  closed: hexOf(32),
  codes: CODES,
});

function fault(reason: string): BundleFault {
  return new BundleFault('evaluation', reason);
}

const same = (one: unknown, other: unknown): boolean =>
  canonicalize(one as CanonicalValue) === canonicalize(other as CanonicalValue);

/** The closing the codes come from; without one nothing is before it. */
function closingOf(closed: ClosedBids | null): {
  readonly at: number;
  readonly leaf: string;
  readonly bids: readonly string[];
} {
  return closed
    ? { at: closed.index, leaf: closed.leaf, bids: closed.bids.map(({ bid }) => bid) }
    : { at: -1, leaf: '', bids: [] };
}

/** The only record of a type, where it stands before an index; null for none, several, or a later one. */
function once(log: VerifiedLog, scope: string, type: string, before: number): LoggedRecord | null {
  const [only, again] = ofType(log, scope, type);
  return only && !again && only.index < before ? only : null;
}

/**
 * A blind review: the platform had committed itself to the nonce before the bids were closed, the codes are computed from it
 * and the closing, names were opened once, before the report, and no mark was changed before. The report repeats what was
 * opened; without a blind plan it says nothing of the kind. `reportedAt`: the index of the report.
 */
export function verifyBlind(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  { blind }: EvaluationPlan,
  report: { readonly index: number; readonly blind: unknown },
): void {
  if (!blind) {
    if (report.blind !== undefined) throw fault('blind_without_plan');
    return;
  }
  const { at, leaf, bids } = closingOf(closed);
  const committed = once(log, bundle.scope, 'evaluation.blind_committed', at);
  if (!committed) throw fault('blind_not_committed');
  const opened = once(log, bundle.scope, 'evaluation.blind_opened', report.index);
  if (!opened) throw fault('blind_not_opened');
  const { commit } = bodyOf('evaluation', COMMITTED, committed);
  const { nonce, closed: said, codes } = bodyOf('evaluation', OPENED, opened);
  const counted = blindCodes({ tender: bundle.scope, nonce, closed: leaf, bids });
  const isCommitted = commit === blindCommitment(bundle.scope, nonce) && said === leaf;
  const isReported = same(report.blind ?? null, { nonce, codes: counted });
  if (!isCommitted || !isReported || !same(codes, counted)) throw fault('blind_mismatch');
  const early = ofType(log, bundle.scope, 'evaluation.mark_changed').some(
    ({ index }) => index < opened.index,
  );
  if (early) throw fault('blind_mark_changed_early');
}
