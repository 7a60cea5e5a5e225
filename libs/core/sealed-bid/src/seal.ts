import { Encrypter } from 'age-encryption';
import { dealShares, recipientOf } from '@core/escrow';
import { canonicalBytes, toHex, type CanonicalValue, type PayloadSignature } from '@core/kernel';
import { bidHash, blobName, type Bid, type BidEnvelope, type PayloadSigner } from './bid';
import { piecesOf, streamOf, watched, type ByteSource } from './byte-source';
import { FileDigest, type FileFacts } from './file-digest';
import type { Opening } from './opening';
import { envelopeSecret } from './secrets';

/** A file to be sealed. */
export interface FileToSeal {
  readonly id: string;
  readonly name: string;
  readonly media: string;
  readonly source: ByteSource;
}

/** An envelope to be sealed. `nonce` MUST be 32 fresh random bytes: it feeds the draws at the opening. */
export interface EnvelopeToSeal {
  readonly id: string;
  readonly files: readonly FileToSeal[];
  /** What will be read out at the opening; null when the envelope holds files only. */
  readonly sheet: CanonicalValue;
  readonly nonce: Uint8Array;
}

/** A bid to be sealed. `seed` MUST be 32 fresh random bytes, kept by the bidder: every envelope opens with it. */
export interface BidToSeal {
  readonly tender: string;
  readonly bid: string;
  readonly bidder: string;
  /** 1, or one more than that of the bid it replaces. */
  readonly seq: number;
  /** The lot it is for, where the tender has several. */
  readonly lot?: number | undefined;
  readonly opening: Opening;
  readonly seed: Uint8Array;
  readonly envelopes: readonly EnvelopeToSeal[];
  readonly sign: PayloadSigner;
}

/** Takes ciphertext as it is made: the upload, a file, a list in memory. */
export type BlobSink = (blob: string, piece: Uint8Array) => void | Promise<void>;

/** A sealed and signed bid. */
export interface SealedBid {
  readonly bid: Bid;
  readonly bidHash: string;
  readonly sig: PayloadSignature;
}

/** Encrypts one source to one recipient; returns the facts of plaintext and ciphertext. */
async function encryptSource(
  recipient: string,
  source: ByteSource,
  take: (piece: Uint8Array) => void | Promise<void>,
): Promise<{ readonly plain: FileFacts; readonly sealed: FileFacts }> {
  const plain = await FileDigest.start();
  const sealed = await FileDigest.start();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const input = streamOf(watched(source, (piece) => plain.update(piece)));
  for await (const piece of piecesOf(await encrypter.encrypt(input))) {
    sealed.update(piece);
    await take(piece);
  }
  return { plain: plain.finish(), sealed: sealed.finish() };
}

async function sealEnvelope(
  request: BidToSeal,
  envelope: EnvelopeToSeal,
  sink: BlobSink,
): Promise<BidEnvelope> {
  if (envelope.nonce.length !== 32) throw new RangeError('a nonce has 32 bytes');
  const { tender, bid, bidder, opening, lot } = request;
  const env = envelope.id;
  const secret = envelopeSecret(request.seed, env);
  const recipient = recipientOf(secret);
  const described: object[] = [];
  const files: BidEnvelope['files'][number][] = [];
  for (const { id, name, media, source } of envelope.files) {
    const blob = blobName(env, id);
    const { plain, sealed } = await encryptSource(recipient, source, (piece) => sink(blob, piece));
    described.push({ id, name, media, size: plain.size, sha256: plain.sha256 });
    files.push({ id, ...sealed });
  }
  const manifest = canonicalBytes({
    v: 1,
    tender,
    bid,
    bidder,
    env,
    files: described,
    nonce: toHex(envelope.nonce),
    sheet: envelope.sheet,
    ...(lot === undefined ? {} : { lot }),
  });
  const blob = blobName(env, 'manifest');
  const { sealed } = await encryptSource(recipient, manifest, (piece) => sink(blob, piece));
  const shares =
    opening.mode === 'bidder'
      ? []
      : await dealShares(secret, opening.t, opening.holders, { kind: 'seal', tender, bid, env });
  return {
    id: env,
    recipient,
    manifest: { sha256: sealed.sha256, size: sealed.size },
    files,
    shares,
  };
}

/**
 * Seals a bid in one pass over each file, in constant memory (tp1 §4.3). Ciphertexts go to `sink` as they are
 * made. The caller MUST have checked the holders' signatures, and MUST NOT reuse `seed`.
 */
export async function sealBid(request: BidToSeal, sink: BlobSink): Promise<SealedBid> {
  const envelopes: BidEnvelope[] = [];
  for (const envelope of request.envelopes) {
    envelopes.push(await sealEnvelope(request, envelope, sink));
  }
  const { tender, bid, bidder, seq, lot } = request;
  const named = lot === undefined ? {} : { lot };
  const object: Bid = { v: 1, tender, bid, bidder, seq, envelopes, ...named };
  return { bid: object, bidHash: bidHash(object), sig: await request.sign('tp1/bid', object) };
}
