import { Decrypter } from 'age-encryption';
import {
  hasOneX25519Stanza,
  identityOf,
  recipientOf,
  recoverSecret,
  type OpenShare,
} from '@core/escrow';
import { concatBytes, fromHex, isHex, parseCanonical, read, toHex } from '@core/kernel';
import {
  blobName,
  MANIFEST,
  MAX_MANIFEST_BYTES,
  type Bid,
  type BidEnvelope,
  type Manifest,
} from './bid';
import { piecesOf, streamOf, watched, type ByteSource } from './byte-source';
import { FileDigest, type FileFacts, type StreamHash } from './file-digest';
import { mayHoldersOpen, type Opening } from './opening';

/** How an envelope ended, and so whose fault it is (tp1 §4.5). */
export type EnvelopeVerdict =
  | 'OK'
  | 'WRONG_SECRET'
  | 'DEALER_FAULT'
  | 'PLATFORM_CORRUPT'
  | 'BIDDER_FAULT'
  | 'TOO_FEW_SHARES'
  | 'BIDDER_ABSENT';

/** What was handed in for one envelope. */
export interface ReleasedKeys {
  /** Secrets the bidder posted (hexadecimal). */
  readonly secrets: readonly string[];
  readonly shares: readonly OpenShare[];
}

/** The key of an envelope, or why there is none. */
export interface KeyVerdict {
  readonly verdict: EnvelopeVerdict;
  readonly secret: string | null;
  readonly by: 'bidder' | 'holders' | null;
  /** Holders whose share its commitment denies. */
  readonly badHolders: readonly number[];
}

function no(verdict: EnvelopeVerdict, badHolders: readonly number[] = []): KeyVerdict {
  return { verdict, secret: null, by: null, badHolders };
}

/** Finds the key of an envelope among what was handed in (tp1 §4.4, §4.5). */
export async function judgeKeys(
  bid: Bid,
  envelope: BidEnvelope,
  opening: Opening,
  released: ReleasedKeys,
): Promise<KeyVerdict> {
  const isSecret = (secret: Uint8Array): boolean => recipientOf(secret) === envelope.recipient;
  const posted = opening.mode === 'threshold' ? [] : released.secrets;
  const fitting = posted.find((secret) => isHex(secret, 32) && isSecret(fromHex(secret)));
  if (fitting !== undefined) {
    return { verdict: 'OK', secret: fitting, by: 'bidder', badHolders: [] };
  }
  if (posted.length > 0 && released.shares.length === 0) return no('WRONG_SECRET');
  if (!mayHoldersOpen(opening)) return no('BIDDER_ABSENT');
  const { tender } = bid;
  const recovery = await recoverSecret({
    threshold: opening.t,
    dealt: envelope.shares,
    ctx: { kind: 'seal', tender, bid: bid.bid, env: envelope.id },
    shares: released.shares,
    isSecret,
  });
  if (!recovery.secret) return no(recovery.verdict, recovery.badHolders);
  return {
    verdict: 'OK',
    secret: toHex(recovery.secret),
    by: 'holders',
    badHolders: recovery.badHolders,
  };
}

/** Gives the stored ciphertext of a blob, or null when it is not there. */
export type BlobReader = (blob: string) => Promise<ByteSource | null> | ByteSource | null;

/** Takes plaintext as it is decrypted. It MUST be thrown away when the verdict is not OK. */
export type PlainSink = (file: string, piece: Uint8Array) => void | Promise<void>;

/** An envelope that opened, or the verdict that closes it for good. `at` names the blob. */
export type OpenResult =
  | { readonly verdict: 'OK'; readonly manifest: Manifest; readonly manifestSha256: string }
  | {
      readonly verdict: 'PLATFORM_CORRUPT' | 'BIDDER_FAULT' | 'WRONG_SECRET';
      readonly at: string;
      readonly reason: string;
    };

class Fault extends Error {
  constructor(
    readonly verdict: 'PLATFORM_CORRUPT' | 'BIDDER_FAULT' | 'WRONG_SECRET',
    readonly at: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

interface Stored {
  readonly blob: string;
  readonly source: ByteSource;
  readonly expected: { readonly sha256: string; readonly size: number; readonly parts?: string };
}

const HEAD_BYTES = 512;

/**
 * Who does the heavy work. A server brings parts of its own that are faster; they MUST give the same bytes and refuse
 * the same files.
 */
export interface OpeningEngine {
  /** Decrypts an age file to one X25519 identity; throws when it is none or was changed. */
  readonly decrypt: (
    secret: Uint8Array,
    sealed: AsyncGenerator<Uint8Array, void>,
  ) => AsyncIterable<Uint8Array>;
  readonly sha256: () => StreamHash | Promise<StreamHash>;
}

async function* decryptPortably(
  secret: Uint8Array,
  sealed: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(secret));
  // The generator outlives a failed decryption, so that the rest can still be hashed.
  const feed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await sealed.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  yield* piecesOf(await decrypter.decrypt(feed));
}

/**
 * Decrypts a stored blob while hashing it. A ciphertext that is not the one the bid names is the platform's fault
 * whatever else goes wrong; only then is decryption looked at.
 */
async function decryptStored(
  secret: Uint8Array,
  { blob, source, expected }: Stored,
  engine: Partial<OpeningEngine>,
  take: (piece: Uint8Array) => void | Promise<void>,
): Promise<FileFacts> {
  const sealed = await FileDigest.start(engine.sha256);
  const plain = await FileDigest.start(engine.sha256);
  let head: Uint8Array = new Uint8Array(0);
  const pieces = watched(source, (piece) => {
    sealed.update(piece);
    if (head.length < HEAD_BYTES) head = concatBytes(head, piece.subarray(0, HEAD_BYTES));
  });
  const decrypted = (engine.decrypt ?? decryptPortably)(secret, pieces);
  const failure = await takeAll(decrypted, pieces, async (piece) => {
    plain.update(piece);
    await take(piece);
  });
  const stored = sealed.finish();
  if (
    stored.sha256 !== expected.sha256 ||
    stored.size !== expected.size ||
    (expected.parts !== undefined && stored.parts !== expected.parts)
  ) {
    throw new Fault('PLATFORM_CORRUPT', blob, 'stored bytes are not those of the bid');
  }
  if (!hasOneX25519Stanza(head)) throw new Fault('BIDDER_FAULT', blob, 'header');
  if (failure !== null) throw new Fault('BIDDER_FAULT', blob, 'decryption');
  return plain.finish();
}

/** Decrypts to the end, or reads to the end: the hash of the ciphertext is needed either way. */
async function takeAll(
  decrypted: AsyncIterable<Uint8Array>,
  sealed: AsyncGenerator<Uint8Array, void>,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<unknown> {
  let failure: unknown = null;
  try {
    for await (const piece of decrypted) await take(piece);
  } catch (error) {
    failure = error;
  }
  let rest = await sealed.next();
  while (!rest.done) rest = await sealed.next();
  return failure;
}

function readManifest(plain: Uint8Array, bid: Bid, envelope: BidEnvelope, at: string): Manifest {
  const parsed = parseCanonical(plain);
  const manifest = read(MANIFEST, parsed.ok ? parsed.value : null);
  if (!manifest.ok) throw new Fault('BIDDER_FAULT', at, 'manifest is malformed');
  const { tender, bid: bidId, bidder, env, files } = manifest.value;
  const isBound =
    tender === bid.tender &&
    bidId === bid.bid &&
    bidder === bid.bidder &&
    manifest.value.lot === bid.lot &&
    env === envelope.id &&
    files.map((file) => file.id).join() === envelope.files.map((file) => file.id).join();
  if (!isBound) throw new Fault('BIDDER_FAULT', at, 'manifest belongs to another bid');
  return manifest.value;
}

interface OpenRequest {
  readonly bid: Bid;
  readonly envelope: BidEnvelope;
  readonly secret: string;
  readonly blobs: BlobReader;
  readonly take?: PlainSink;
  readonly engine?: Partial<OpeningEngine>;
}

async function stored(
  request: OpenRequest,
  file: string,
  expected: Stored['expected'],
): Promise<Stored> {
  const blob = blobName(request.envelope.id, file);
  const source = await request.blobs(blob);
  if (source === null) throw new Fault('PLATFORM_CORRUPT', blob, 'not stored');
  return { blob, source, expected };
}

async function openAll(request: OpenRequest): Promise<OpenResult> {
  const { bid, envelope, take, engine = {} } = request;
  const secret = fromHex(request.secret);
  if (recipientOf(secret) !== envelope.recipient) {
    throw new Fault('WRONG_SECRET', envelope.id, 'recipient');
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const manifestBlob = await stored(request, 'manifest', envelope.manifest);
  const facts = await decryptStored(secret, manifestBlob, engine, (piece) => {
    length += piece.length;
    if (length <= MAX_MANIFEST_BYTES) pieces.push(piece);
  });
  const manifest = readManifest(concatBytes(...pieces), bid, envelope, manifestBlob.blob);
  for (const [at, file] of envelope.files.entries()) {
    const blob = await stored(request, file.id, file);
    const plain = await decryptStored(secret, blob, engine, (piece) => take?.(file.id, piece));
    const described = manifest.files[at];
    if (plain.sha256 !== described?.sha256 || plain.size !== described.size) {
      throw new Fault('BIDDER_FAULT', blob.blob, 'file is not the one of the manifest');
    }
  }
  return { verdict: 'OK', manifest, manifestSha256: facts.sha256 };
}

/** Opens an envelope with its secret and checks everything the bid fixed (tp1 §4.5, 4). Streams; constant memory. */
export async function openEnvelope(request: {
  readonly bid: Bid;
  readonly envelope: BidEnvelope;
  readonly secret: string;
  readonly blobs: BlobReader;
  readonly take?: PlainSink;
  readonly engine?: Partial<OpeningEngine>;
}): Promise<OpenResult> {
  try {
    return await openAll(request);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { verdict: error.verdict, at: error.at, reason: error.reason };
  }
}

/** The stream of one file's plaintext, for the evaluation room. The caller compares its hash with the manifest. */
export async function openFile(
  secret: Uint8Array,
  source: ByteSource,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(secret));
  return decrypter.decrypt(streamOf(source));
}
