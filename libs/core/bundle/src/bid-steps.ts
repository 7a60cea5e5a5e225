import {
  hexOf,
  IDENTIFIER,
  isCanonical,
  isObject,
  list,
  parseProtocolTime,
  read,
  SECOND,
  SIGNATURE,
  struct,
  text,
  verifyPayload,
  whole,
  type PublicKey,
  type Shape,
} from '@core/kernel';
import { bidScope, type LoggedRecord } from '@core/ledger';
import {
  BID,
  bidHash,
  checkBidObject,
  checkOpening,
  closedList,
  isSignedBid,
  OPENING,
  withdrawalPayload,
  type Bid,
  type Opening,
  type SubmittedBid,
} from '@core/sealed-bid';
import { BundleFault, type Bundle, type Findings, type StepName } from './bundle';
import type { VerifiedLog } from './log-steps';

const SUBMITTED = struct(
  { bid: IDENTIFIER, bidHash: hexOf(32), sig: SIGNATURE },
  { arrivedAt: text() },
);
const WITHDRAWN = struct({ bid: IDENTIFIER, sig: SIGNATURE });
const CLOSED = struct({
  tender: IDENTIFIER,
  count: whole(),
  bids: list(struct({ bid: IDENTIFIER, bidHash: hexOf(32) })),
});

/** The bids of a tender as they stood at the closing. */
export interface ClosedBids {
  readonly opening: Opening;
  readonly index: number;
  readonly leaf: string;
  readonly bids: readonly { readonly bid: string; readonly bidHash: string }[];
  readonly objects: ReadonlyMap<string, Bid>;
  /** The lots whose bids went back unopened; empty where a tender has one lot. */
  readonly failedLots: ReadonlySet<number>;
}

/** The body of a record in its shape. */
export function bodyOf<T>(step: StepName, shape: Shape<T>, logged: LoggedRecord): T {
  const body = read(shape, logged.record.body);
  if (body.ok) return body.value;
  const { index, record } = logged;
  throw new BundleFault(step, 'malformed', { index, type: record.type, ...body.refusal.params });
}

/** Records of the tender's own scope and of this type. */
export function ofType(log: VerifiedLog, scope: string, type: string): LoggedRecord[] {
  return log.records.filter(({ record }) => record.type === type && record.scope === scope);
}

/** Seconds since 1970 of a protocol time; the shapes have let only such times through. */
export function secondsOf(time: string): number {
  return (parseProtocolTime(time) ?? 0) / SECOND;
}

/** The settings bids were sealed under: the notice, or its last lawful amendment. */
function openingOf(log: VerifiedLog, scope: string): Opening | null {
  const notices = log.records.filter(
    ({ record }) =>
      record.scope === scope &&
      ['tender.published', 'tender.amended'].includes(record.type) &&
      isObject(record.body.opening),
  );
  let opening: Opening | null = null;
  for (const notice of notices) {
    const read_ = bodyOf('bids', struct({ opening: OPENING }), notice).opening;
    const { index } = notice;
    if (!checkOpening(read_).ok) throw new BundleFault('bids', 'opening', { index });
    if (opening && secondsOf(notice.record.at) > secondsOf(opening.deadline)) {
      throw new BundleFault('bids', 'deadline_moved_late', { index });
    }
    opening = read_;
  }
  return opening;
}

function objectsOf(bundle: Bundle): Map<string, Bid> {
  const objects = new Map<string, Bid>();
  for (const [at, { bid }] of bundle.bids.entries()) {
    if (!isCanonical(bid))
      throw new BundleFault('bids', 'malformed', { at, reason: 'not canonical' });
    const object = read(BID, bid);
    if (!object.ok) throw new BundleFault('bids', 'malformed', { at, ...object.refusal.params });
    if (objects.has(object.value.bid))
      throw new BundleFault('bids', 'twice', { bid: object.value.bid });
    objects.set(object.value.bid, object.value);
  }
  return objects;
}

interface Bidding {
  readonly bundle: Bundle;
  readonly log: VerifiedLog;
  readonly opening: Opening;
  readonly objects: ReadonlyMap<string, Bid>;
  readonly findings: Findings;
}

function keyOf(keys: readonly PublicKey[], bidder: string, kid: string): PublicKey {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key?.id !== bidder) throw new BundleFault('bids', 'unknown_key', { bidder, kid });
  return key;
}

function checkTime(bidding: Bidding, logged: LoggedRecord, arrivedAt: string | undefined): void {
  const { opening, log, findings } = bidding;
  const { index, record } = logged;
  const deadline = secondsOf(opening.deadline);
  const latest = deadline + opening.submitGraceSec;
  if (arrivedAt !== undefined && secondsOf(arrivedAt) > deadline) {
    throw new BundleFault('bids', 'late', { index, arrivedAt });
  }
  if (secondsOf(record.at) > (arrivedAt === undefined ? deadline : latest)) {
    throw new BundleFault('bids', 'late', { index, at: record.at });
  }
  const gate = log.gate(index);
  if (!gate || gate.time > latest) findings.warn('bids', 'cosigned_late', { index });
}

function checkSubmission(bidding: Bidding, logged: LoggedRecord, used: Set<string>): SubmittedBid {
  const { bundle, opening, objects, log } = bidding;
  const { index } = logged;
  const body = bodyOf('bids', SUBMITTED, logged);
  if (logged.record.scope !== bidScope(bundle.scope, body.bid)) {
    throw new BundleFault('bids', 'scope', { index });
  }
  const object = objects.get(body.bid);
  if (!object) throw new BundleFault('bids', 'object_missing', { bid: body.bid });
  if (object.bid !== body.bid || bidHash(object) !== body.bidHash) {
    throw new BundleFault('bids', 'hash', { bid: body.bid });
  }
  const rules = {
    tender: bundle.scope,
    opening,
    maxFileBytes: Number.MAX_SAFE_INTEGER,
    usedRecipients: used,
  };
  const checked = checkBidObject(object, rules);
  if (!checked.ok) {
    throw new BundleFault('bids', checked.refusal.code, {
      bid: body.bid,
      ...checked.refusal.params,
    });
  }
  for (const envelope of object.envelopes) used.add(envelope.recipient);
  const key = keyOf(bundle.keys, object.bidder, body.sig.kid);
  if (!isSignedBid(key.pub, object, body.sig)) {
    throw new BundleFault('bids', 'signature', { bid: body.bid });
  }
  checkTime(bidding, logged, body.arrivedAt);
  const withdrawals = log.records.filter(
    ({ record }) => record.type === 'bid.withdrawn' && record.scope === logged.record.scope,
  );
  for (const withdrawal of withdrawals) checkWithdrawal(withdrawal, key, object);
  return {
    bid: body.bid,
    bidHash: body.bidHash,
    bidder: object.bidder,
    seq: object.seq,
    lot: object.lot,
    withdrawn: withdrawals.length > 0,
  };
}

function checkWithdrawal(logged: LoggedRecord, key: PublicKey, object: Bid): void {
  const { bid, sig } = bodyOf('bids', WITHDRAWN, logged);
  const payload = withdrawalPayload(object.tender, object.bid, bidHash(object));
  if (bid !== object.bid || !verifyPayload(key.pub, 'tp1/bid', payload, sig)) {
    throw new BundleFault('bids', 'withdrawal', { bid });
  }
}

function checkClosing(bidding: Bidding, closing: LoggedRecord): ClosedBids['bids'] {
  const { bundle, log, opening } = bidding;
  const body = bodyOf('closing', CLOSED, closing);
  const { index, record } = closing;
  const deadline = secondsOf(opening.deadline);
  const gate = log.gate(index);
  if (secondsOf(record.at) < deadline || (gate && gate.time < deadline)) {
    throw new BundleFault('closing', 'before_the_deadline', { index });
  }
  if (body.tender !== bundle.scope || body.count !== body.bids.length) {
    throw new BundleFault('closing', 'count', { index });
  }
  return body.bids;
}

function sameList(one: ClosedBids['bids'], other: ClosedBids['bids']): boolean {
  const lines = (bids: ClosedBids['bids']): string =>
    bids
      .map(({ bid, bidHash: hash }) => `${bid} ${hash}`)
      .sort()
      .join('\n');
  return lines(one) === lines(other);
}

/**
 * Steps six and seven: every submitted bid is whole, signed and on time, and the closed list is exactly those that
 * were neither withdrawn nor superseded. Null while the bids are not closed.
 */
export function verifyBids(
  bundle: Bundle,
  log: VerifiedLog,
  findings: Findings,
): ClosedBids | null {
  const closings = ofType(log, bundle.scope, 'bids.closed');
  const [closing] = closings;
  if (closings.length > 1) throw new BundleFault('closing', 'twice', { count: closings.length });
  const opening = openingOf(log, bundle.scope);
  if (!closing || !opening) {
    if (closing) throw new BundleFault('bids', 'opening_missing');
    // A notice without an opening is a lottery's, and a choice has no notice: nothing of either is ever sealed.
    const sealsNothing =
      !opening &&
      ['tender.published', 'direct.chosen'].some(
        (type) => ofType(log, bundle.scope, type).length > 0,
      );
    if (!sealsNothing) findings.warn('bids', 'not_closed_yet');
    return null;
  }
  const objects = objectsOf(bundle);
  const bidding: Bidding = { bundle, log, opening, objects, findings };
  const ofBids = log.records.filter(({ record }) =>
    ['bid.submitted', 'bid.withdrawn'].includes(record.type),
  );
  const late = ofBids.find((logged) => logged.index > closing.index);
  if (late) throw new BundleFault('bids', 'after_the_closing', { index: late.index });
  const used = new Set<string>();
  const submitted = ofBids
    .filter(({ record }) => record.type === 'bid.submitted')
    .map((logged) => checkSubmission(bidding, logged, used));
  findings.done('bids', { submitted: submitted.length });
  const bids = checkClosing(bidding, closing);
  if (!sameList(bids, closedList(submitted))) throw new BundleFault('closing', 'list');
  findings.done('closing', { bids: bids.length });
  const { index, leaf } = closing;
  return { opening, index, leaf, bids, objects, failedLots: new Set() };
}
