import type { OpenedEnvelope } from '@core/draw';
import {
  ANYTHING,
  canonicalize,
  either,
  fromBase64,
  hexOf,
  IDENTIFIER,
  isObject,
  literal,
  struct,
  text,
  verifyPayload,
  whole,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import {
  judgeKeys,
  openEnvelope,
  type Bid,
  type BidEnvelope,
  type EnvelopeVerdict,
  type KeyVerdict,
  type OpenResult,
  type ReleasedKeys,
} from '@core/sealed-bid';
import { bodyOf, ofType, secondsOf, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';
import { isOfFailedLot } from './lot-step';
import { verifyDeliveries, verifyRestricted, type HandedIn } from './restricted-step';
import { verifyStages, type Stages } from './stage-step';

const RELEASED = { bid: IDENTIFIER, env: text(), closed: hexOf(32) };
const KEY = either(
  struct({ ...RELEASED, secret: hexOf(32) }),
  struct({ ...RELEASED, secretHash: hexOf(32) }),
);
const SHARE = either(
  struct({ ...RELEASED, x: whole(1, 255), share: hexOf(33) }),
  struct({ ...RELEASED, x: whole(1, 255), commit: hexOf(32) }),
);
const OPENED = struct(
  { bid: IDENTIFIER, env: text(), by: literal('bidder', 'holders') },
  { manifestSha256: hexOf(32), sheet: ANYTHING, secretHash: hexOf(32) },
);
const FAILED = struct({ bid: IDENTIFIER, env: text(), verdict: text() });
const DECISION = struct({ closed: hexOf(32), reason: text(), sig: ANYTHING });

const TENDER_FAILED = struct({ tender: IDENTIFIER, bids: whole(), minimum: whole(1) });

/** How an envelope was announced, and what the verifier found. */
export interface EnvelopeReport {
  readonly bid: string;
  readonly bidder: string;
  readonly env: string;
  readonly verdict: EnvelopeVerdict;
  readonly by: 'bidder' | 'holders' | null;
  readonly sheet: unknown;
  readonly badHolders: readonly number[];
}

/** A key or share that was handed in: itself for a public envelope, its hash or commitment for a restricted one. */
interface Released {
  readonly index: number;
  readonly bid: string;
  readonly env: string;
  readonly secret?: string;
  readonly secretHash?: string;
  readonly share?: { readonly x: number; readonly share: string };
  readonly committed?: { readonly x: number; readonly commit: string };
}

/** What was handed in, and when each envelope's keys could come. */
export interface ReleasedBids {
  readonly keys: readonly Released[];
  readonly stages: Stages;
}

/** The supervisor's signed decision to release keys though the quorum cannot be reached (tp1 §2.4). */
function decidedAt(bundle: Bundle, log: VerifiedLog, closed: ClosedBids): number {
  const [decision] = ofType(log, bundle.scope, 'opening.released');
  if (!decision) return Number.POSITIVE_INFINITY;
  const body = bodyOf('keys', DECISION, decision);
  const key = bundle.keys.find((candidate) => candidate.id === 'supervisor');
  const payload = { closed: body.closed, reason: body.reason };
  const isSigned = key && verifyPayload(key.pub, 'tp1/opening/release', payload, body.sig);
  if (!isSigned || body.closed !== closed.leaf) {
    throw new BundleFault('keys', 'release_decision', { index: decision.index });
  }
  return decision.index + 1;
}

function readReleased(logged: LoggedRecord): Released & { readonly closed: string } {
  const { index, record } = logged;
  if (record.type === 'opening.share') {
    const body = bodyOf('keys', SHARE, logged);
    const { bid, env, closed, x } = body;
    const own = { bid, env, closed, index };
    return 'share' in body
      ? { ...own, share: { x, share: body.share } }
      : { ...own, committed: { x, commit: body.commit } };
  }
  const body = bodyOf('keys', KEY, logged);
  return { index, ...body };
}

/** Step eight: keys and shares came after the closing held, against it, and for its bids only. */
export function verifyKeys(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  findings: Findings,
): ReleasedBids {
  const logged = ['opening.key', 'opening.share'].flatMap((type) =>
    ofType(log, bundle.scope, type),
  );
  if (!closed) {
    if (logged[0]) throw new BundleFault('keys', 'before_the_closing', { index: logged[0].index });
    return { keys: [], stages: { from: () => 0, isReturned: () => false } };
  }
  const stages = verifyStages(bundle, log, closed);
  const { opening, leaf, bids } = closed;
  const from = Math.min(
    log.gate(closed.index)?.size ?? Number.POSITIVE_INFINITY,
    decidedAt(bundle, log, closed),
  );
  const released = logged.map((one) => {
    const { index, record } = one;
    const read = readReleased(one);
    const isShare = record.type === 'opening.share';
    const isPlain = read.secret !== undefined || read.share !== undefined;
    const rule = opening.envelopes?.find(({ id }) => id === read.env);
    const faults = {
      before_the_closing: index < from,
      before_the_opening: secondsOf(record.at) < secondsOf(opening.openAt),
      against_another_closing: read.closed !== leaf,
      for_a_bid_not_closed: !bids.some(({ bid }) => bid === read.bid),
      of_a_failed_lot: isOfFailedLot(closed, closed.objects.get(read.bid)),
      share_without_holders: opening.mode === 'bidder' && isShare,
      key_in_threshold_mode: opening.mode === 'threshold' && !isShare,
      before_its_stage: index < stages.from(read.bid, read.env),
      secret_of_restricted: rule?.visibility === 'restricted' && isPlain,
      secret_withheld: rule?.visibility === 'public' && !isPlain,
    };
    const fault = Object.entries(faults).find(([, present]) => present)?.[0];
    if (fault) throw new BundleFault('keys', fault, { index });
    return read;
  });
  findings.done('keys', {
    keys: released.filter((one) => !isOfHolder(one)).length,
    shares: released.filter(isOfHolder).length,
  });
  return { keys: released, stages };
}

function isOfHolder({ share, committed }: Released): boolean {
  return share !== undefined || committed !== undefined;
}

interface Announced {
  readonly index: number;
  readonly bid: string;
  readonly env: string;
  readonly verdict: string;
  readonly by: 'bidder' | 'holders' | null;
  readonly manifestSha256?: string | undefined;
  readonly secretHash?: string | undefined;
  readonly sheet?: unknown;
}

function announcements(bundle: Bundle, log: VerifiedLog): Announced[] {
  const opened = ofType(log, bundle.scope, 'opening.opened').map((logged) => ({
    ...bodyOf('envelopes', OPENED, logged),
    index: logged.index,
    verdict: 'OK',
  }));
  const failed = ofType(log, bundle.scope, 'opening.failed').map((logged) => ({
    ...bodyOf('envelopes', FAILED, logged),
    index: logged.index,
    by: null,
  }));
  const all: Announced[] = [...opened, ...failed];
  const names = all.map(({ bid, env }) => `${bid} ${env}`);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new BundleFault('envelopes', 'announced_twice', { envelope: twice });
  return all;
}

interface Envelope {
  readonly bid: Bid;
  readonly envelope: BidEnvelope;
  readonly isPublic: boolean;
  /** Whether the tender asked for it, or its key came: then it must end. */
  readonly isDue: boolean;
}

/**
 * Every envelope of the closed bids. Without envelope rules one counts as public unless only the hash of its key was
 * handed in: what was announced without any key at all must not pass as restricted.
 */
function envelopesOf(closed: ClosedBids, released: readonly Released[]): Envelope[] {
  return closed.bids.flatMap(({ bid: id }) => {
    const bid = closed.objects.get(id);
    if (!bid) return [];
    return bid.envelopes.map((envelope) => {
      const rule = closed.opening.envelopes?.find((one) => one.id === envelope.id);
      const own = released.filter((one) => one.bid === id && one.env === envelope.id);
      const isReleased = own.some((one) => one.secret ?? one.share);
      const isHashed = own.some((one) => one.secretHash ?? one.committed);
      return {
        bid,
        envelope,
        isPublic: rule ? rule.visibility === 'public' : isReleased || !isHashed,
        isDue: rule !== undefined || isReleased,
      };
    });
  });
}

function keysUntil(released: readonly Released[], announced: Announced): ReleasedKeys {
  const own = released.filter(
    (one) => one.bid === announced.bid && one.env === announced.env && one.index < announced.index,
  );
  return {
    secrets: own.map((one) => one.secret).filter((secret) => secret !== undefined),
    shares: own.map((one) => one.share).filter((share) => share !== undefined),
  };
}

function compare(announced: Announced, result: Extract<OpenResult, { verdict: 'OK' }>): void {
  const { bid, env } = announced;
  const same =
    canonicalize([announced.sheet ?? null]) === canonicalize([result.manifest.sheet ?? null]);
  if (announced.manifestSha256 !== result.manifestSha256) {
    throw new BundleFault('envelopes', 'another_manifest', { bid, env });
  }
  if (!same) throw new BundleFault('envelopes', 'another_content', { bid, env });
}

interface Judged {
  readonly report: EnvelopeReport;
  readonly nonce: string | null;
}

/** Opens an envelope again from what was published. */
async function reopen(
  bundle: Bundle,
  closed: ClosedBids,
  { bid, envelope }: Envelope,
  released: ReleasedKeys,
): Promise<KeyVerdict & { readonly content: OpenResult | null }> {
  const keys = await judgeKeys(bid, envelope, closed.opening, released);
  if (keys.secret === null) return { ...keys, content: null };
  const blobs = bundle.bids.find((one) => isObject(one.bid) && one.bid.bid === bid.bid)?.blobs;
  const content = await openEnvelope({
    bid,
    envelope,
    secret: keys.secret,
    blobs: (name) => fromBase64(blobs?.[name] ?? ''),
  });
  return { ...keys, verdict: content.verdict, content };
}

/** Opens an envelope again and holds the announcement against it. */
async function judge(
  bundle: Bundle,
  closed: ClosedBids,
  envelope: Envelope,
  announced: Announced,
  released: readonly Released[],
): Promise<Judged> {
  const found = await reopen(bundle, closed, envelope, keysUntil(released, announced));
  const { verdict, by, badHolders } = found;
  const { bid, env } = announced;
  if (verdict !== announced.verdict || (verdict === 'OK' && by !== announced.by)) {
    const detail = { bid, env, announced: announced.verdict, found: verdict };
    throw new BundleFault('envelopes', 'another_verdict', detail);
  }
  const content = found.content?.verdict === 'OK' ? found.content : null;
  if (content) compare(announced, content);
  const sheet = content?.manifest.sheet ?? null;
  const { bidder } = envelope.bid;
  return {
    report: { bid, bidder, env, verdict, by, sheet, badHolders },
    nonce: content?.manifest.nonce ?? null,
  };
}

function handedInUntil(released: readonly Released[], announced: Announced): HandedIn {
  const own = released.filter(
    (one) => one.bid === announced.bid && one.env === announced.env && one.index < announced.index,
  );
  return {
    secretHashes: own.map((one) => one.secretHash).filter((hash) => hash !== undefined),
    shares: own.map((one) => one.committed).filter((share) => share !== undefined),
  };
}

/** What the envelopes said, and how each ended for the draws in which bids take part. */
export interface OpenedBids {
  readonly reports: readonly EnvelopeReport[];
  readonly outcomes: (env: string) => readonly OpenedEnvelope[];
}

/**
 * Too few bids: the tender failed, no key was asked for, and the bids go back as they came (Tendering Law art. 28).
 * Returns what was said about it, or null.
 */
function returnedUnopened(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  released: readonly Released[],
): { readonly bids: number; readonly minimum: number } | null {
  const [failed] = ofType(log, bundle.scope, 'tender.failed');
  if (!failed || !closed || failed.index < closed.index || released.length > 0) return null;
  const { bids, minimum } = bodyOf('envelopes', TENDER_FAILED, failed);
  return bids === closed.bids.length && bids < minimum ? { bids, minimum } : null;
}

/** The envelopes of the lots that went on. Of a lot that failed, nothing may be announced. */
function standingOf(
  closed: ClosedBids,
  released: readonly Released[],
  announced: readonly Announced[],
): Envelope[] {
  const opened = announced.find(({ bid }) => isOfFailedLot(closed, closed.objects.get(bid)));
  if (opened) {
    const { bid, env } = opened;
    throw new BundleFault('envelopes', 'of_a_failed_lot', { bid, env });
  }
  return envelopesOf(closed, released).filter(({ bid }) => !isOfFailedLot(closed, bid));
}

/** Step nine: every public envelope is decrypted again and compared with what was announced. */
export async function verifyEnvelopes(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  { keys: released, stages }: ReleasedBids,
  complete: boolean,
  findings: Findings,
): Promise<OpenedBids> {
  const announced = announcements(bundle, log);
  const returned = announced.length === 0 ? returnedUnopened(bundle, log, closed, released) : null;
  if (returned) findings.warn('envelopes', 'returned_unopened', returned);
  const reports: EnvelopeReport[] = [];
  const outcomes: (OpenedEnvelope & { readonly env: string })[] = [];
  const counts = { restricted: 0, reopened: 0 };
  for (const envelope of closed && !returned ? standingOf(closed, released, announced) : []) {
    const { bid } = envelope.bid;
    const env = envelope.envelope.id;
    const own = announced.find((one) => one.bid === bid && one.env === env);
    if (!envelope.isPublic) counts.restricted++;
    if (!own || !closed) {
      checkUnopened(envelope, stages, complete, findings);
      continue;
    }
    if (own.index < stages.from(bid, env)) {
      throw new BundleFault('envelopes', 'before_its_stage', { bid, env });
    }
    if (!envelope.isPublic) {
      const handedIn = handedInUntil(released, own);
      if (await verifyRestricted(bundle, closed, envelope, own, handedIn)) counts.reopened++;
      continue;
    }
    const { report, nonce } = await judge(bundle, closed, envelope, own, released);
    reports.push(report);
    outcomes.push({ bid, env, index: own.index, nonce });
    if (report.badHolders.length > 0) {
      findings.warn('envelopes', 'false_share', { bid, env, holders: report.badHolders });
    }
  }
  const delivered = closed ? verifyDeliveries(bundle, log, closed, announced) : 0;
  findings.done('envelopes', { opened: reports.length, ...counts, delivered });
  return {
    reports,
    outcomes: (env) => outcomes.filter((one) => one.env === env),
  };
}

/** An envelope of which nothing was announced: not due, not yet due, or withheld. */
function checkUnopened(
  { bid: { bid }, envelope: { id: env }, isDue }: Envelope,
  stages: Stages,
  complete: boolean,
  findings: Findings,
): void {
  if (!isDue) return;
  if (stages.isReturned(bid, env)) findings.warn('envelopes', 'stage_not_reached', { bid, env });
  else if (complete) throw new BundleFault('envelopes', 'never_opened', { bid, env });
  else findings.warn('envelopes', 'not_opened_yet', { bid, env });
}
