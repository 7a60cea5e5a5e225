import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { keyOfRecipient, recipientOf } from '@core/escrow';

/** A file that is no age file for this identity, or was changed. */
export class AgeError extends Error {}

const CHUNK = 64 * 1024;
const TAG = 16;
const NONCE = 16;
/** No honest header of one X25519 stanza is longer. */
const LONGEST_HEADER = 512;
const LAST = 1;
const VERSION = 'age-encryption.org/v1\n';
const HEADER =
  /^(age-encryption\.org\/v1\n-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n/;
/** DER around the 32 bytes of an X25519 key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');

const unpadded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Reads unpadded base64 in its one form. */
function fromUnpadded(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (unpadded(bytes) !== text) throw new AgeError('header');
  return bytes;
}

function privateKey(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE, secret]), format: 'der', type: 'pkcs8' });
}

function publicKey(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
}

function derive(secret: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

/** The key that wraps the file key of a stanza. Refuses a share of low order, as age does. */
function wrapKey(
  own: KeyObject,
  other: Uint8Array,
  share: Uint8Array,
  recipient: Uint8Array,
): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey(other) });
  return derive(shared, Buffer.concat([share, recipient]), 'age-encryption.org/v1/X25519');
}

function headerMac(fileKey: Uint8Array, head: string): Buffer {
  const key = derive(fileKey, new Uint8Array(0), 'header');
  return createHmac('sha256', key).update(head, 'latin1').digest();
}

function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
}

function open(key: Uint8Array, nonce: Uint8Array, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new AgeError('cut short');
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    throw new AgeError('changed');
  }
  return plain;
}

/** The nonces of age's STREAM: a counter of eleven bytes, and one that marks the last chunk. */
class Nonces {
  private counter = 0;

  next(isLast: boolean): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(this.counter++, 5, 6);
    nonce[11] = isLast ? LAST : 0;
    return nonce;
  }

  get isFirst(): boolean {
    return this.counter === 0;
  }
}

/** Bytes that came and are not used yet. Only what crosses the border of two pieces is copied. */
class Pending {
  private readonly pieces: Buffer[] = [];
  private count = 0;

  add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    this.count += piece.length;
  }

  get length(): number {
    return this.count;
  }

  /** Takes so many bytes. Throws when there are not enough. */
  take(count: number): Buffer {
    if (count > this.count) throw new AgeError('cut short');
    const taken: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      const first = this.pieces[0] ?? Buffer.alloc(0);
      const part = first.subarray(0, missing);
      if (part.length === first.length) this.pieces.shift();
      else this.pieces[0] = first.subarray(missing);
      taken.push(part);
      missing -= part.length;
    }
    this.count -= count;
    const [only = Buffer.alloc(0), ...more] = taken;
    return more.length === 0 ? only : Buffer.concat(taken);
  }

  /** The first bytes as a text, left where they are. */
  look(count: number): string {
    const first = this.take(Math.min(count, this.count));
    if (first.length > 0) this.pieces.unshift(first);
    this.count += first.length;
    return first.toString('latin1');
  }
}

/** The file key of a header of exactly one X25519 stanza (tp1 §4.3), and how long the header is. */
function readHeader(
  secret: Uint8Array,
  text: string,
): { readonly key: Buffer; readonly length: number } {
  const match = HEADER.exec(text);
  const [whole = '', head = '', share = '', body = '', mac = ''] = match ?? [];
  if (!match) throw new AgeError('header');
  const recipient = keyOfRecipient(recipientOf(secret)) ?? new Uint8Array(0);
  const point = fromUnpadded(share);
  let wrap: Buffer;
  try {
    wrap = wrapKey(privateKey(secret), point, point, recipient);
  } catch {
    throw new AgeError('header');
  }
  const key = open(wrap, Buffer.alloc(12), fromUnpadded(body));
  if (!timingSafeEqual(headerMac(key, head), fromUnpadded(mac))) throw new AgeError('header');
  return { key, length: whole.length };
}

/** Reads the header off the front, and the nonce after it: the key of the chunks. */
function payloadKey(secret: Uint8Array, pending: Pending): Buffer {
  const header = readHeader(secret, pending.look(LONGEST_HEADER));
  pending.take(header.length);
  return derive(header.key, pending.take(NONCE), 'payload');
}

/**
 * Decrypts an age v1 file of exactly one X25519 recipient with the machine's own cryptography: the same format as
 * everywhere else, several times faster. `secret` is the 32 bytes of the identity. Yields plaintext as it is
 * authenticated, in constant memory; throws {@link AgeError} for anything else. What was yielded
 * before MUST then be thrown away.
 */
export async function* nativeDecrypt(
  secret: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void> {
  if (secret.length !== 32) throw new RangeError('an identity has 32 bytes');
  const pending = new Pending();
  const nonces = new Nonces();
  let stream: Buffer | null = null;
  for await (const piece of source) {
    pending.add(piece);
    if (pending.length < LONGEST_HEADER && stream === null) continue;
    stream ??= payloadKey(secret, pending);
    const opened: Buffer[] = [];
    while (pending.length > CHUNK + TAG) {
      opened.push(open(stream, nonces.next(false), pending.take(CHUNK + TAG)));
    }
    if (opened.length > 0) yield Buffer.concat(opened);
  }
  stream ??= payloadKey(secret, pending);
  const { isFirst } = nonces;
  const last = open(stream, nonces.next(true), pending.take(pending.length));
  if (last.length === 0 && !isFirst) throw new AgeError('an empty last chunk');
  yield last;
}

/**
 * Encrypts to one X25519 recipient (`age1…`): an age v1 file, byte for byte as age would write it. `random` gives
 * fresh random bytes. Throws a RangeError for what is no recipient.
 */
export async function* nativeEncrypt(
  recipient: string,
  source: AsyncIterable<Uint8Array>,
  random: (count: number) => Uint8Array = randomBytes,
): AsyncGenerator<Buffer, void> {
  const theirs = keyOfRecipient(recipient);
  if (!theirs) throw new RangeError('not an age recipient');
  const fileKey = random(16);
  const ephemeral = random(32);
  const share = keyOfRecipient(recipientOf(ephemeral)) ?? new Uint8Array(0);
  const wrap = wrapKey(privateKey(ephemeral), theirs, share, theirs);
  const body = Buffer.concat(seal(wrap, Buffer.alloc(12), fileKey));
  const head = `${VERSION}-> X25519 ${unpadded(share)}\n${unpadded(body)}\n---`;
  yield Buffer.from(`${head} ${unpadded(headerMac(fileKey, head))}\n`, 'latin1');
  const nonce = Buffer.from(random(NONCE));
  yield nonce;
  const stream = derive(fileKey, nonce, 'payload');
  const pending = new Pending();
  const nonces = new Nonces();
  for await (const piece of source) {
    pending.add(piece);
    const sealed: Buffer[] = [];
    while (pending.length > CHUNK) {
      sealed.push(...seal(stream, nonces.next(false), pending.take(CHUNK)));
    }
    if (sealed.length > 0) yield Buffer.concat(sealed);
  }
  yield Buffer.concat(seal(stream, nonces.next(true), pending.take(pending.length)));
}
