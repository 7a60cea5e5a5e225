import { x25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import { Decrypter, Encrypter } from 'age-encryption';

const IDENTITY_PREFIX = 'AGE-SECRET-KEY-';
const RECIPIENT_PREFIX = 'age';
/** age ignores the file after the header here; no honest X25519 header is longer. */
const LONGEST_HEADER = 512;

/** The age X25519 identity of 32 secret bytes: what `age -i` takes (tp1 §4.3). */
export function identityOf(secret: Uint8Array): string {
  if (secret.length !== 32) throw new RangeError('an identity has 32 bytes');
  return bech32.encodeFromBytes(IDENTITY_PREFIX, secret).toUpperCase();
}

/** The 32 secret bytes of an age X25519 identity. Returns null for anything else. */
export function secretOf(identity: string): Uint8Array | null {
  const bytes = decode(identity.trim().toUpperCase(), IDENTITY_PREFIX);
  return bytes?.length === 32 ? bytes : null;
}

/** The age recipient of 32 secret bytes. */
export function recipientOf(secret: Uint8Array): string {
  return bech32.encodeFromBytes(RECIPIENT_PREFIX, x25519.getPublicKey(secret));
}

/** The 32 bytes of the public key an age X25519 recipient names. Returns null for anything else. */
export function keyOfRecipient(recipient: string): Uint8Array | null {
  if (recipient !== recipient.toLowerCase()) return null;
  const bytes = decode(recipient, RECIPIENT_PREFIX);
  return bytes?.length === 32 ? bytes : null;
}

/** Whether a text is an age X25519 recipient in its one canonical form. */
export function isRecipient(text: unknown): text is string {
  return typeof text === 'string' && keyOfRecipient(text) !== null;
}

function decode(text: string, prefix: string): Uint8Array | null {
  try {
    const decoded = bech32.decodeToBytes(text);
    return decoded.prefix.toLowerCase() === prefix.toLowerCase() ? decoded.bytes : null;
  } catch {
    return null;
  }
}

/** Encrypts a short message to one recipient. */
export async function encryptTo(recipient: string, message: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(message);
}

/** Decrypts a short message. Returns null when the identity does not fit or the bytes were changed. */
export async function decryptWith(
  secret: Uint8Array,
  message: Uint8Array,
): Promise<Uint8Array | null> {
  if (!hasOneX25519Stanza(message)) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(secret));
  try {
    return await decrypter.decrypt(message);
  } catch {
    return null;
  }
}

/** Encrypts a message under a passphrase (scrypt). `workFactor` is the base-2 logarithm of the cost. */
export async function encryptUnder(
  passphrase: string,
  message: Uint8Array,
  workFactor: number,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(message);
}

/** Decrypts a message encrypted by {@link encryptUnder}. Returns null for a wrong passphrase or changed bytes. */
export async function decryptUnder(
  passphrase: string,
  message: Uint8Array,
): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(message);
  } catch {
    return null;
  }
}

/**
 * Whether an age file begins with a header of exactly one X25519 stanza (tp1 §4.3). A second stanza would let
 * its writer hide a second key, and so a second meaning, in one ciphertext.
 */
export function hasOneX25519Stanza(file: Uint8Array): boolean {
  let header = '';
  for (const byte of file.subarray(0, LONGEST_HEADER)) header += String.fromCharCode(byte);
  return /^age-encryption\.org\/v1\n-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/.test(
    header,
  );
}
