import { fromBase64, isObject } from '@core/kernel';
import {
  DELIVERED,
  openEnvelope,
  ruleOf,
  secretHash,
  type Bid,
  type BidEnvelope,
} from '@core/sealed-bid';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle } from './bundle';
import type { VerifiedLog } from './log-steps';

/** What was handed in for a restricted envelope: the log knows hashes and commitments only (tp1 §4.5). */
export interface HandedIn {
  readonly secretHashes: readonly string[];
  readonly shares: readonly { readonly x: number; readonly commit: string }[];
}

/** How a restricted envelope was announced. */
export interface RestrictedAnnouncement {
  readonly bid: string;
  readonly env: string;
  readonly verdict: string;
  readonly by: 'bidder' | 'holders' | null;
  readonly secretHash?: string | undefined;
  readonly manifestSha256?: string | undefined;
  readonly sheet?: unknown;
}

/**
 * Checks the announcement of a restricted envelope as far as it can be checked without its key: nothing of the content
 * is in it, and an opened one names the hash of the key that was handed in, or t holders handed in what was dealt to
 * them. Where the bundle of an auditor holds the key, the envelope is opened again. Returns whether that was done.
 */
export async function verifyRestricted(
  bundle: Bundle,
  closed: ClosedBids,
  { bid, envelope }: { readonly bid: Bid; readonly envelope: BidEnvelope },
  announced: RestrictedAnnouncement,
  handedIn: HandedIn,
): Promise<boolean> {
  const name = { bid: bid.bid, env: envelope.id };
  if (announced.sheet !== undefined && announced.sheet !== null) {
    throw new BundleFault('envelopes', 'content_of_restricted', name);
  }
  checkHandedIn(closed, envelope, announced, handedIn);
  const [secret] = (bundle.secrets ?? []).filter(
    (one) => one.bid === name.bid && one.env === name.env,
  );
  if (!secret) return false;
  const hash = announced.secretHash ?? handedIn.secretHashes[0];
  if (secretHash(name.bid, name.env, secret.secret) !== hash) {
    throw new BundleFault('envelopes', 'another_secret', name);
  }
  const blobs = bundle.bids.find((one) => isObject(one.bid) && one.bid.bid === name.bid)?.blobs;
  const found = await openEnvelope({
    bid,
    envelope,
    secret: secret.secret,
    blobs: (blob) => fromBase64(blobs?.[blob] ?? ''),
  });
  if (found.verdict !== announced.verdict) {
    const detail = { ...name, announced: announced.verdict, found: found.verdict };
    throw new BundleFault('envelopes', 'another_verdict', detail);
  }
  if (found.verdict === 'OK' && found.manifestSha256 !== announced.manifestSha256) {
    throw new BundleFault('envelopes', 'another_manifest', name);
  }
  return true;
}

const NOTHING_CAME: readonly string[] = ['BIDDER_ABSENT', 'TOO_FEW_SHARES'];

function checkHandedIn(
  { opening }: ClosedBids,
  envelope: BidEnvelope,
  announced: RestrictedAnnouncement,
  { secretHashes, shares }: HandedIn,
): void {
  const { bid, env, verdict, by, secretHash: hash } = announced;
  const dealt = new Map(envelope.shares.map(({ x, commit }) => [x, commit]));
  const good = new Set(shares.filter(({ x, commit }) => dealt.get(x) === commit).map(({ x }) => x));
  const byHolders = opening.mode !== 'bidder' && good.size >= opening.t;
  const isOpened =
    by === 'bidder' ? secretHashes.includes(hash ?? '') : byHolders && hash !== undefined;
  const isBacked =
    verdict === 'OK'
      ? isOpened
      : !NOTHING_CAME.includes(verdict) || (secretHashes.length === 0 && !byHolders);
  if (!isBacked) {
    throw new BundleFault('envelopes', 'another_verdict', { bid, env, announced: verdict });
  }
}

/** Keys of restricted envelopes went to those the tender named, and are those of the announcement. */
export function verifyDeliveries(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids,
  announced: readonly RestrictedAnnouncement[],
): number {
  const entitled = new Set(closed.opening.entitled?.map(({ id }) => id) ?? []);
  const deliveries = ofType(log, bundle.scope, 'opening.delivered');
  for (const logged of deliveries) {
    const { index } = logged;
    const { bid, env, secretHash: hash, to } = bodyOf('envelopes', DELIVERED, logged);
    const own = announced.find((one) => one.bid === bid && one.env === env);
    const isRestricted = ruleOf(closed.opening, env).visibility === 'restricted';
    if (!isRestricted || own?.secretHash !== hash) {
      throw new BundleFault('envelopes', 'delivery', { index, bid, env });
    }
    const stranger = to.find(({ id }) => !entitled.has(id));
    if (stranger)
      throw new BundleFault('envelopes', 'delivered_to_another', { index, ...stranger });
  }
  return deliveries.length;
}
