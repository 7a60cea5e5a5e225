import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decryptUnder, encryptUnder } from '@core/escrow';
import {
  canonicalBytes,
  canonicalize,
  dictionary,
  fromHex,
  hexOf,
  IDENTIFIER,
  literal,
  parseCanonical,
  read,
  struct,
  taggedHashHex,
  toHex,
  utf8,
  type ShapeOf,
} from '@core/kernel';

const NO_SALT = new Uint8Array(0);

/** The secret of one envelope, derived from the 32-byte seed of the bid (tp1 §12 a). */
export function envelopeSecret(bidSeed: Uint8Array, env: string): Uint8Array {
  return deriveSecret(bidSeed, `tp1/env/${env}`);
}

/** HKDF-SHA-256 of a 32-byte seed under a label: 32 bytes. */
export function deriveSecret(seed: Uint8Array, label: string): Uint8Array {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');
  return hkdf(sha256, seed, NO_SALT, utf8(label), 32);
}

/** What the log says of the secret of a restricted envelope, until auditors may see it (tp1 §4.5). */
export function secretHash(bid: string, env: string, secret: string): string {
  return taggedHashHex('tp1/seal/secret', { bid, env, secret });
}

const OPENING_KEY = struct({
  tender: IDENTIFIER,
  bid: IDENTIFIER,
  secrets: dictionary(hexOf(32)),
});

/** `<bid>.opening-key.json`: what a bidder must keep (tp1 §4.3, 7). */
export type OpeningKey = ShapeOf<typeof OPENING_KEY>;

/** Makes the opening key of a bid from its seed. */
export function openingKey(
  tender: string,
  bid: string,
  bidSeed: Uint8Array,
  envelopes: readonly string[],
): OpeningKey {
  const secrets = envelopes.map((env) => [env, toHex(envelopeSecret(bidSeed, env))] as const);
  return { tender, bid, secrets: Object.fromEntries(secrets) };
}

/** The text of an opening key file. */
export function openingKeyText(key: OpeningKey): string {
  return `${canonicalize(key)}\n`;
}

/** Reads an opening key file. Returns null when it is none. */
export function parseOpeningKey(content: string): OpeningKey | null {
  const parsed = parseCanonical(content.trim());
  const key = read(OPENING_KEY, parsed.ok ? parsed.value : null);
  return key.ok ? key.value : null;
}

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';

/** Bytes for a passphrase of six words. */
export const PASSPHRASE_BYTES = 12;

/**
 * A passphrase of pronounceable five-letter words, 16 bits each: twelve random bytes give six words and 96 bits.
 * No dictionary is needed, and it can be read out and typed in any language.
 */
export function passphraseOf(random: Uint8Array): string {
  if (random.length !== PASSPHRASE_BYTES) throw new RangeError('a passphrase has 12 bytes');
  const view = new DataView(random.buffer, random.byteOffset, random.length);
  const words: string[] = [];
  for (let at = 0; at < random.length; at += 2) {
    const word = view.getUint16(at);
    words.push(
      CONSONANTS.charAt(word >> 12) +
        VOWELS.charAt((word >> 10) & 3) +
        CONSONANTS.charAt((word >> 6) & 15) +
        VOWELS.charAt((word >> 4) & 3) +
        CONSONANTS.charAt(word & 15),
    );
  }
  return words.join('-');
}

/** A passphrase as people may type it, in the form it was shown. */
export function tidyPassphrase(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** Cost of the passphrase: about a second on an office PC. */
export const PASSPHRASE_WORK = 18;

const BACKUP = struct({ v: literal(1), tender: IDENTIFIER, bid: IDENTIFIER, seed: hexOf(32) });

/** A bid seed wrapped by a passphrase; safe to store on the server and to open on any PC (tp1 §12 a). */
export async function wrapBidSeed(
  passphrase: string,
  parts: { readonly tender: string; readonly bid: string; readonly seed: Uint8Array },
  work = PASSPHRASE_WORK,
): Promise<Uint8Array> {
  const { tender, bid, seed } = parts;
  const message = canonicalBytes({ v: 1, tender, bid, seed: toHex(seed) });
  return encryptUnder(tidyPassphrase(passphrase), message, work);
}

/** Opens a backup. Returns null for a wrong passphrase, changed bytes, or the backup of another bid. */
export async function unwrapBidSeed(
  passphrase: string,
  backup: Uint8Array,
  expected: { readonly tender: string; readonly bid: string },
): Promise<Uint8Array | null> {
  const plain = await decryptUnder(tidyPassphrase(passphrase), backup);
  const parsed = plain && parseCanonical(plain);
  const message = read(BACKUP, parsed?.ok ? parsed.value : null);
  if (!message.ok) return null;
  const { tender, bid, seed } = message.value;
  return tender === expected.tender && bid === expected.bid ? fromHex(seed) : null;
}
