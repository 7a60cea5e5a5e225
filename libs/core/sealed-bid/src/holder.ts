import { decryptUnder, encryptUnder, recipientOf } from '@core/escrow';
import {
  accept,
  canonicalBytes,
  fromHex,
  hexOf,
  isPayloadSignature,
  literal,
  parseCanonical,
  read,
  refuse,
  struct,
  text,
  toHex,
  verifyPayload,
  whole,
  type Instant,
  type PayloadSignature,
  type Refusal,
  type Result,
} from '@core/kernel';
import type { PayloadSigner } from './bid';
import { deriveSecret, PASSPHRASE_WORK } from './secrets';

/** A holder's recipient, signed with its long-term key (record `holder.key`, tp1 §4.2). */
export interface HolderKey {
  /** The tender it is for, or the slot of a batch made ahead of tenders. */
  readonly tender: string;
  readonly x: number;
  readonly recipient: string;
  readonly sig: PayloadSignature;
}

/** The identity of a holder for one tender or slot, derived from the 32 random bytes of its batch. */
export function holderSecret(batchSeed: Uint8Array, slot: string): Uint8Array {
  return deriveSecret(batchSeed, `tp1/holder/${slot}`);
}

/** Makes the signed recipient of a tender or slot. A recipient MUST serve one tender only. */
export async function makeHolderKey(
  batchSeed: Uint8Array,
  slot: string,
  x: number,
  sign: PayloadSigner,
): Promise<HolderKey> {
  const payload = { tender: slot, x, recipient: recipientOf(holderSecret(batchSeed, slot)) };
  return { ...payload, sig: await sign('tp1/holder/key', payload) };
}

/** Makes recipients for `count` tenders to come, so that a holder signs once for many (tp1 §12 b). */
export async function makeHolderBatch(
  batchSeed: Uint8Array,
  batch: string,
  x: number,
  count: number,
  sign: PayloadSigner,
): Promise<HolderKey[]> {
  const keys: HolderKey[] = [];
  for (let number = 1; number <= count; number++) {
    keys.push(await makeHolderKey(batchSeed, `${batch}/${number}`, x, sign));
  }
  return keys;
}

/** Whether a recipient is the holder's. The bidder's client MUST check this before it encrypts. */
export function isHolderKey(publicKey: string, key: HolderKey): boolean {
  const { tender, x, recipient, sig } = key;
  return verifyPayload(publicKey, 'tp1/holder/key', { tender, x, recipient }, sig);
}

/** A holder's key as the tender shows it. */
export interface ShownHolderKey {
  readonly x: number;
  readonly recipient: string;
  readonly publicKey: string;
  readonly signature: unknown;
  readonly slot?: string | undefined;
}

/** The holders of an opening for whom no key is shown that they signed for this tender: nobody may seal to them. */
export function unsignedHolders(
  tender: string,
  holders: readonly { readonly id: string; readonly x: number; readonly recipient: string }[],
  shown: readonly ShownHolderKey[],
): string[] {
  return holders
    .filter(({ x, recipient }) => {
      const key = shown.find((one) => one.x === x && one.recipient === recipient);
      if (!key || !isPayloadSignature(key.signature)) return true;
      const signed = { tender: key.slot ?? tender, x, recipient, sig: key.signature };
      return !isHolderKey(key.publicKey, signed);
    })
    .map(({ id }) => id);
}

const BATCH = struct({ v: literal(1), holder: text(), x: whole(1, 255), seed: hexOf(32) });

/** The private half of a batch: whose it is, and the bytes its identities derive from. */
export interface HolderBatch {
  readonly holder: string;
  readonly x: number;
  readonly seed: Uint8Array;
}

/** Wraps a batch under the holder's passphrase. */
export async function wrapHolderBatch(
  passphrase: string,
  batch: HolderBatch,
  work = PASSPHRASE_WORK,
): Promise<Uint8Array> {
  const { holder, x, seed } = batch;
  return encryptUnder(passphrase, canonicalBytes({ v: 1, holder, x, seed: toHex(seed) }), work);
}

/** Unlocks a batch. Returns null for a wrong passphrase or changed bytes. */
export async function unwrapHolderBatch(
  passphrase: string,
  wrapped: Uint8Array,
): Promise<HolderBatch | null> {
  const plain = await decryptUnder(passphrase, wrapped);
  const parsed = plain && parseCanonical(plain);
  const batch = read(BATCH, parsed?.ok ? parsed.value : null);
  return batch.ok ? { ...batch.value, seed: fromHex(batch.value.seed) } : null;
}

/** What a holder's program knows when it is asked for a share. */
export interface ReleaseRequest {
  readonly bid: string;
  /** Leaf hash of the `bids.closed` it is asked against. */
  readonly closed: string;
  /** The bids of that closing. */
  readonly bids: readonly { readonly bid: string }[];
  /** Whether the closing carries the quorum's cosignatures. */
  readonly cosigned: boolean;
  readonly now: Instant;
  readonly openAt: Instant;
  /** The closing it released shares against before, if any. */
  readonly releasedAgainst: string | null;
  /** Stage of the envelope; 1 where the tender has one stage only. */
  readonly stage?: number;
  /** The decision that opens that stage: of which closing, which stage, who goes on, and whether the quorum cosigned it. */
  readonly decision?: {
    readonly closed: string;
    readonly stage: number;
    readonly admitted: readonly string[];
    readonly cosigned: boolean;
  } | null;
}

/** Why a share is not released. */
export type ReleaseRefusal = Refusal<
  | 'seal.too_early'
  | 'seal.not_cosigned'
  | 'seal.not_in_closing'
  | 'seal.second_closing'
  | 'seal.stage_not_decided'
  | 'seal.not_admitted'
>;

/**
 * Whether a holder's program may release a share (tp1 §4.5, 3). It MUST ask this before every release. Of a later
 * stage nothing leaves before the decision that opens it, nor for a bid that does not go on (tp1 §4.2).
 */
export function mayRelease(request: ReleaseRequest): Result<true, ReleaseRefusal> {
  if (request.now < request.openAt) return refuse('seal.too_early');
  if (!request.cosigned) return refuse('seal.not_cosigned');
  if (request.releasedAgainst !== null && request.releasedAgainst !== request.closed) {
    return refuse('seal.second_closing');
  }
  const { bid, stage = 1, decision } = request;
  if (!request.bids.some((one) => one.bid === bid)) return refuse('seal.not_in_closing', { bid });
  if (stage === 1) return accept(true);
  const isDecided =
    decision?.cosigned === true && decision.closed === request.closed && decision.stage === stage;
  if (!isDecided) return refuse('seal.stage_not_decided', { stage });
  return decision.admitted.includes(bid) ? accept(true) : refuse('seal.not_admitted', { bid });
}
