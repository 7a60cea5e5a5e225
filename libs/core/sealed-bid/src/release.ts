import { openShare } from '@core/escrow';
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
import { bidHash, readBid, type Bid } from './bid';
import { holderSecret, mayRelease, type ReleaseRefusal } from './holder';

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
}

/** What the holder's program knows by itself. */
export interface HolderFacts {
  readonly batchSeed: Uint8Array;
  /** Whom it trusts: log and witnesses. */
  readonly policy: LogPolicy;
  readonly now: Instant;
  /** The closing it released shares of this tender against before. */
  readonly releasedAgainst: string | null;
}

/** An opened share, to be posted. */
export interface ReleasedShare {
  readonly bid: string;
  readonly env: string;
  readonly x: number;
  readonly share: string;
}

/** What may leave the holder's machine. */
export interface Release {
  /** Leaf hash of the closing; the program MUST remember it for this tender. */
  readonly closed: string;
  readonly shares: readonly ReleasedShare[];
  /** Envelopes whose share does not open with this batch: the bidder's fault, or another holder's batch. */
  readonly unopened: readonly { readonly bid: string; readonly env: string }[];
}

/** Why nothing leaves. */
export type HeldRefusal =
  ReleaseRefusal | Refusal<'seal.closing_false' | 'seal.bid_malformed' | 'seal.bid_not_closed'>;

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

/**
 * The holder's one button (tp1 §4.5, 3): checks that the log and its witnesses hold the closing, that each bid is one of
 * it, word for word, and that it is time, and only then opens the holder's shares. The first thing that is wrong lets
 * nothing out at all.
 */
export async function releaseShares(
  facts: HolderFacts,
  held: HeldTender,
): Promise<Result<Release, HeldRefusal>> {
  const closing = readClosing(held, facts.policy);
  if (!closing) return refuse('seal.closing_false');
  const bids: Bid[] = [];
  for (const text of held.bids) {
    const bid = readBid(text);
    if (!bid.ok) return refuse('seal.bid_malformed');
    const hash = closing.bids.find((one) => one.bid === bid.value.bid)?.bidHash;
    if (bid.value.tender !== held.tender || hash !== bidHash(bid.value)) {
      return refuse('seal.bid_not_closed', { bid: bid.value.bid });
    }
    const allowed = mayRelease({
      bid: bid.value.bid,
      closed: closing.leaf,
      bids: closing.bids,
      cosigned: closing.cosigned,
      now: facts.now,
      openAt: parseProtocolTime(held.openAt) ?? Number.POSITIVE_INFINITY,
      releasedAgainst: facts.releasedAgainst,
    });
    if (!allowed.ok) return allowed;
    bids.push(bid.value);
  }
  return accept({ closed: closing.leaf, ...(await openAll(facts, held, bids)) });
}

async function openAll(
  { batchSeed }: HolderFacts,
  { tender, x, slot }: HeldTender,
  bids: readonly Bid[],
): Promise<Pick<Release, 'shares' | 'unopened'>> {
  const identity = holderSecret(batchSeed, slot);
  const shares: ReleasedShare[] = [];
  const unopened: { bid: string; env: string }[] = [];
  for (const { bid, envelopes } of bids) {
    for (const { id: env, shares: dealt } of envelopes) {
      const own = dealt.find((share) => share.x === x);
      const opened = own && (await openShare(identity, own, { kind: 'seal', tender, bid, env }));
      if (opened?.ok) shares.push({ bid, env, ...opened.value });
      else unopened.push({ bid, env });
    }
  }
  return { shares, unopened };
}
