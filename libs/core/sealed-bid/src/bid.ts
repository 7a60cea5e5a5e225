import { DEALT_SHARE, hasOneX25519Stanza, isRecipient } from '@core/escrow';
import {
  accept,
  fromBase64,
  hexOf,
  IDENTIFIER,
  list,
  literal,
  parseCanonical,
  read,
  refuse,
  struct,
  taggedHashHex,
  text,
  verifyPayload,
  whole,
  type PayloadSignature,
  type Refusal,
  type Result,
  type ShapeOf,
} from '@core/kernel';
import type { Opening } from './opening';

/** Signs a payload under a tag: a key in memory, or a certificate token behind an adapter. */
export type PayloadSigner = (
  tag: string,
  payload: object,
) => PayloadSignature | Promise<PayloadSignature>;

const FILE = struct({
  id: text(/^[a-z0-9-]{1,32}$/),
  sha256: hexOf(32),
  size: whole(1),
  parts: hexOf(32),
});

const ENVELOPE = struct({
  id: text(/^[a-z0-9-]{1,32}$/),
  recipient: text(/^age1[0-9a-z]{58}$/),
  manifest: struct({ sha256: hexOf(32), size: whole(1) }),
  files: list(FILE, 0, 200),
  shares: list(DEALT_SHARE, 0, 255),
});

/** One envelope of a bid: sizes and hashes are those of the ciphertexts (tp1 §4.3). */
export type BidEnvelope = ShapeOf<typeof ENVELOPE>;

/** The bid object: everything a bid is, and nothing of what it says. */
export const BID = struct(
  {
    v: literal(1),
    tender: IDENTIFIER,
    bid: IDENTIFIER,
    bidder: IDENTIFIER,
    seq: whole(1, 10_000),
    envelopes: list(ENVELOPE, 1, 20),
  },
  {
    /** The lot it is for, in a tender of several lots and only there: a bid cannot be moved to another one. */
    lot: whole(1, 999),
  },
);
export type Bid = ShapeOf<typeof BID>;

const MANIFEST_FILE = struct({
  id: text(/^[a-z0-9-]{1,32}$/),
  name: text(/^\P{C}{1,200}$/u),
  media: text(/^[\x21-\x7e]{1,120}$/),
  size: whole(),
  sha256: hexOf(32),
});

/** The manifest inside an envelope; binds it to tender, bid, bidder and envelope. `sheet` is what is read out. */
export const MANIFEST = struct(
  {
    v: literal(1),
    tender: IDENTIFIER,
    bid: IDENTIFIER,
    bidder: IDENTIFIER,
    env: text(),
    files: list(MANIFEST_FILE, 0, 200),
    nonce: hexOf(32),
  },
  { lot: whole(1, 999) },
);
export type Manifest = ShapeOf<typeof MANIFEST> & { readonly sheet?: unknown };

/** The largest manifest, in bytes of ciphertext; it is read into memory. */
export const MAX_MANIFEST_BYTES = 1024 * 1024;

/** Name of a stored ciphertext: `<env>/manifest` or `<env>/<file>`. */
export function blobName(env: string, file: string): string {
  return `${env}/${file}`;
}

/** Hash of a bid: what is logged, receipted and listed at the closing. */
export function bidHash(bid: Bid): string {
  return taggedHashHex('tp1/bid', bid);
}

/** Whether the bidder's key signed this bid. */
export function isSignedBid(publicKey: string, bid: Bid, signature: unknown): boolean {
  return verifyPayload(publicKey, 'tp1/bid', bid, signature);
}

/** What a bidder signs to withdraw a bid; it cannot be mistaken for a bid object. */
export function withdrawalPayload(tender: string, bid: string, hash: string): object {
  return { tender, bid, bidHash: hash, withdrawn: true };
}

/** Why a bid object is refused. */
export type BidRefusal = Refusal<
  'seal.bid_malformed' | 'seal.bid_invalid' | 'seal.recipient_reused'
>;

/** Reads a bid object from the bytes a bidder sent: canonical, and of the right shape. */
export function readBid(bytes: Uint8Array | string): Result<Bid, BidRefusal> {
  const parsed = parseCanonical(bytes);
  if (!parsed.ok) return refuse('seal.bid_malformed', parsed.refusal.params);
  const bid = read(BID, parsed.value);
  return bid.ok ? bid : refuse('seal.bid_malformed', bid.refusal.params);
}

/** What a bid is checked against. */
export interface BidRules {
  readonly tender: string;
  readonly opening: Opening;
  /** Largest file, bytes of ciphertext. */
  readonly maxFileBytes: number;
  /** Recipients already used by other bids of the tender. */
  readonly usedRecipients: ReadonlySet<string>;
}

function sharesFault(envelope: BidEnvelope, opening: Opening): string | null {
  const expected = opening.mode === 'bidder' ? [] : opening.holders.map((holder) => holder.x);
  if (envelope.shares.map((share) => share.x).join() !== expected.join()) return 'shares';
  const sealed = envelope.shares.every((share) => {
    const bytes = fromBase64(share.envelope);
    return bytes !== null && hasOneX25519Stanza(bytes);
  });
  return sealed ? null : 'share envelope';
}

function envelopeFault(envelope: BidEnvelope, rules: BidRules): string | null {
  const ids = envelope.files.map((file) => file.id);
  if (new Set(ids).size !== ids.length || ids.includes('manifest')) return 'file ids';
  if (envelope.files.some((file) => file.size > rules.maxFileBytes)) return 'file size';
  if (envelope.manifest.size > MAX_MANIFEST_BYTES) return 'manifest size';
  if (!isRecipient(envelope.recipient)) return 'recipient';
  return sharesFault(envelope, rules.opening);
}

/** Whether a bid names a lot exactly where the tender has several, and one of them. */
function isLotOf({ lots }: Opening, lot: number | undefined): boolean {
  return lots ? lot !== undefined && lots.includes(lot) : lot === undefined;
}

/**
 * What the platform checks before it accepts a bid: the right tender, exactly the envelopes it asks for, each with
 * a recipient nobody used before, a share for every holder, and sizes within bounds. It cannot look inside.
 */
export function checkBidObject(bid: Bid, rules: BidRules): Result<true, BidRefusal> {
  const bad = (reason: string, env = ''): Result<true, BidRefusal> =>
    refuse('seal.bid_invalid', { reason, env });
  if (bid.tender !== rules.tender) return bad('tender');
  if (!isLotOf(rules.opening, bid.lot)) return bad('lot');
  const asked = rules.opening.envelopes?.map((envelope) => envelope.id);
  const ids = bid.envelopes.map((envelope) => envelope.id);
  if (new Set(ids).size !== ids.length) return bad('envelope twice');
  if (asked && [...asked].sort().join() !== [...ids].sort().join()) return bad('envelopes');
  const recipients = bid.envelopes.map((envelope) => envelope.recipient);
  const holders = rules.opening.holders.map((holder) => holder.recipient);
  const reused = recipients.find(
    (recipient, at) =>
      recipients.indexOf(recipient) !== at ||
      rules.usedRecipients.has(recipient) ||
      holders.includes(recipient),
  );
  if (reused !== undefined) return refuse('seal.recipient_reused', { recipient: reused });
  for (const envelope of bid.envelopes) {
    const fault = envelopeFault(envelope, rules);
    if (fault !== null) return bad(fault, envelope.id);
  }
  return accept(true);
}
