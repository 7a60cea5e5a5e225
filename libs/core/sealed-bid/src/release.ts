import { openShare, resealShare, type DealtShare } from '@core/escrow';
import {
  accept,
  hexOf,
  IDENTIFIER,
  list,
  parseProtocolTime,
  read,
  refuse,
  struct,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';
import { verifyReceipt, type LogPolicy, type Receipt } from '@core/ledger';
import { bidHash, readBid, type Bid, type BidEnvelope } from './bid';
import { holderSecret, mayRelease, type ReleaseRefusal, type ReleaseRequest } from './holder';
import { checkOpening, OPENING, type Entitled, type Opening } from './opening';
import { isSignedStage, ruleOf, STAGE_DECISION } from './stage';

const CLOSED = struct({
  tender: IDENTIFIER,
  bids: list(struct({ bid: IDENTIFIER, bidHash: hexOf(32) })),
});

/** What a platform tells a holder when a bidder stays away. Nothing of it is believed before it is checked. */
export interface HeldTender {
  readonly tender: string;
  readonly x: number;
  /** The slot of the holder's batch that serves this tender; the tender's id where the key was made for it. */
  readonly slot: string;
  /** Protocol time before which no share may leave. */
  readonly openAt: string;
  /** Receipt of `bids.closed`. */
  readonly closing: Receipt;
  /** Objects (canonical JSON) of the bids that are still sealed. */
  readonly bids: readonly string[];
  /** Receipt of the notice whose `opening` says which envelope is of which stage; needed where bids have several. */
  readonly notice?: Receipt | undefined;
  /** Receipt of the latest `opening.stage`, once a later stage is decided. */
  readonly decision?: Receipt | undefined;
}

/** What the holder's program knows by itself. */
export interface HolderFacts {
  readonly batchSeed: Uint8Array;
  /** Whom it trusts: log and witnesses. */
  readonly policy: LogPolicy;
  readonly now: Instant;
  /** The closing it released shares of this tender against before. */
  readonly releasedAgainst: string | null;
  /** The supervisor's public key: whose signature opens a later stage. Without it none opens. */
  readonly supervisor?: string | undefined;
}

/** An opened share, to be posted. */
export interface ReleasedShare {
  readonly bid: string;
  readonly env: string;
  readonly x: number;
  readonly share: string;
}

/** A share of a restricted envelope: not posted, but sealed again to each of those entitled to it. */
export interface DeliveredShare {
  readonly bid: string;
  readonly env: string;
  readonly x: number;
  /** What the log says of it (`opening.share`): the commitment the bidder dealt. */
  readonly commit: string;
  readonly to: readonly { readonly id: string; readonly share: DealtShare }[];
}

/** What may leave the holder's machine. */
export interface Release {
  /** Leaf hash of the closing; the program MUST remember it for this tender. */
  readonly closed: string;
  readonly shares: readonly ReleasedShare[];
  readonly deliveries: readonly DeliveredShare[];
  /** Envelopes of a stage that is not decided yet, or that this bid did not reach. */
  readonly waiting: readonly { readonly bid: string; readonly env: string }[];
  /** Envelopes whose share does not open with this batch: the bidder's fault, or another holder's batch. */
  readonly unopened: readonly { readonly bid: string; readonly env: string }[];
}

/** Why nothing leaves. */
export type HeldRefusal =
  | ReleaseRefusal
  | Refusal<
      | 'seal.closing_false'
      | 'seal.bid_malformed'
      | 'seal.bid_not_closed'
      | 'seal.notice_false'
      | 'seal.decision_false'
    >;

interface Closing {
  readonly leaf: string;
  readonly cosigned: boolean;
  readonly bids: readonly { readonly bid: string; readonly bidHash: string }[];
}

function readClosing(held: HeldTender, policy: LogPolicy): Closing | null {
  const proven = verifyReceipt(held.closing, policy);
  if (!proven.ok) return null;
  const { record } = held.closing;
  const body = read(CLOSED, record.body);
  const isClosing = record.type === 'bids.closed' && record.scope === held.tender;
  if (!body.ok || !isClosing || body.value.tender !== held.tender) return null;
  const { leafHash, quorumTime } = proven.value;
  return { leaf: leafHash, cosigned: quorumTime !== null, bids: body.value.bids };
}

/** The tender's own rules about its envelopes, from a notice the log holds; null when it is none. */
function readNotice(held: HeldTender, policy: LogPolicy): Opening | null {
  if (held.notice === undefined || !verifyReceipt(held.notice, policy).ok) return null;
  const { type, scope, body } = held.notice.record;
  const isNotice = type === 'tender.published' || type === 'tender.amended';
  const notice = read(struct({ opening: OPENING }), body);
  if (!isNotice || scope !== held.tender || !notice.ok) return null;
  return checkOpening(notice.value.opening).ok ? notice.value.opening : null;
}

/** The rules of the envelopes; without a notice only where each bid has one envelope, which is then the first stage's. */
function readRules(
  held: HeldTender,
  bids: readonly Bid[],
  policy: LogPolicy,
): Pick<Opening, 'envelopes' | 'entitled'> | null {
  if (held.notice !== undefined) return readNotice(held, policy);
  return bids.every(({ envelopes }) => envelopes.length === 1) ? {} : null;
}

type Decision = NonNullable<ReleaseRequest['decision']>;

/** The decision that opens a later stage: in the log, of this tender, signed by the supervisor; null when it is none. */
function readDecision(receipt: Receipt, held: HeldTender, facts: HolderFacts): Decision | null {
  const proven = verifyReceipt(receipt, facts.policy);
  if (!proven.ok) return null;
  const { type, scope, body } = receipt.record;
  const decision = read(STAGE_DECISION, body);
  if (!decision.ok || type !== 'opening.stage' || scope !== held.tender) return null;
  if (facts.supervisor === undefined || !isSignedStage(facts.supervisor, decision.value))
    return null;
  const { closed, stage, admitted } = decision.value;
  return { closed, stage, admitted, cosigned: proven.value.quorumTime !== null };
}

/** The bids asked about; each MUST be one of the closing, word for word. */
function readBids(held: HeldTender, closing: Closing): Result<Bid[], HeldRefusal> {
  const bids: Bid[] = [];
  for (const text of held.bids) {
    const bid = readBid(text);
    if (!bid.ok) return refuse('seal.bid_malformed');
    const hash = closing.bids.find((one) => one.bid === bid.value.bid)?.bidHash;
    if (bid.value.tender !== held.tender || hash !== bidHash(bid.value)) {
      return refuse('seal.bid_not_closed', { bid: bid.value.bid });
    }
    bids.push(bid.value);
  }
  return accept(bids);
}

function envelopesOf(bid: Bid): Omit<Envelope, 'isRestricted'>[] {
  return bid.envelopes.map((envelope) => ({ bid, envelope }));
}

/**
 * The holder's one button (tp1 §4.5, 3): checks that the log and its witnesses hold the closing, that each bid is one of
 * it, word for word, and that it is time, and only then opens the holder's shares. The first thing that is wrong lets
 * nothing out at all. Envelopes of a stage that is not decided wait. Where bids have several envelopes, the notice MUST
 * be shown: it says which of them wait, and which are not for everybody.
 */
export async function releaseShares(
  facts: HolderFacts,
  held: HeldTender,
): Promise<Result<Release, HeldRefusal>> {
  const closing = readClosing(held, facts.policy);
  if (!closing) return refuse('seal.closing_false');
  const decision = held.decision === undefined ? null : readDecision(held.decision, held, facts);
  if (held.decision !== undefined && !decision) return refuse('seal.decision_false');
  const bids = readBids(held, closing);
  if (!bids.ok) return bids;
  const rules = readRules(held, bids.value, facts.policy);
  if (!rules) return refuse('seal.notice_false');
  const open: Envelope[] = [];
  const waiting: { bid: string; env: string }[] = [];
  for (const { bid, envelope } of bids.value.flatMap(envelopesOf)) {
    const rule = ruleOf(rules, envelope.id);
    const allowed = mayRelease({
      bid: bid.bid,
      closed: closing.leaf,
      bids: closing.bids,
      cosigned: closing.cosigned,
      now: facts.now,
      openAt: parseProtocolTime(held.openAt) ?? Number.POSITIVE_INFINITY,
      releasedAgainst: facts.releasedAgainst,
      stage: rule.stage,
      decision,
    });
    if (allowed.ok) open.push({ bid, envelope, isRestricted: rule.visibility === 'restricted' });
    else if (WAITS.includes(allowed.refusal.code)) waiting.push({ bid: bid.bid, env: envelope.id });
    else return allowed;
  }
  const { entitled = [] } = rules;
  return accept({ closed: closing.leaf, waiting, ...(await openAll(facts, held, open, entitled)) });
}

const WAITS: readonly string[] = ['seal.stage_not_decided', 'seal.not_admitted'];

interface Envelope {
  readonly bid: Bid;
  readonly envelope: BidEnvelope;
  readonly isRestricted: boolean;
}

async function openAll(
  { batchSeed }: HolderFacts,
  { tender, x, slot }: HeldTender,
  envelopes: readonly Envelope[],
  entitled: readonly Entitled[],
): Promise<Pick<Release, 'shares' | 'deliveries' | 'unopened'>> {
  const identity = holderSecret(batchSeed, slot);
  const shares: ReleasedShare[] = [];
  const deliveries: DeliveredShare[] = [];
  const unopened: { bid: string; env: string }[] = [];
  for (const { bid: object, envelope, isRestricted } of envelopes) {
    const [bid, env] = [object.bid, envelope.id];
    const ctx = { kind: 'seal', tender, bid, env } as const;
    const own = envelope.shares.find((share) => share.x === x);
    const opened = own && (await openShare(identity, own, ctx));
    if (!opened?.ok) unopened.push({ bid, env });
    else if (!isRestricted) shares.push({ bid, env, ...opened.value });
    else {
      const to: { id: string; share: DealtShare }[] = [];
      for (const { id, recipient } of entitled) {
        to.push({ id, share: await resealShare(recipient, opened.value, ctx) });
      }
      deliveries.push({ bid, env, x, commit: own?.commit ?? '', to });
    }
  }
  return { shares, deliveries, unopened };
}
