import { decryptWith, encryptTo } from '@core/escrow';
import {
  canonicalBytes,
  digest,
  fromBase64,
  hexOf,
  IDENTIFIER,
  list,
  literal,
  parseCanonical,
  read,
  struct,
  text,
  toBase64,
  toHex,
  type ShapeOf,
} from '@core/kernel';
import type { Entitled } from './opening';
import { secretHash } from './secrets';

const DELIVERED_SECRET = struct({
  v: literal(1),
  tender: IDENTIFIER,
  bid: IDENTIFIER,
  env: text(),
  secret: hexOf(32),
});

/** Body of `opening.delivered`: who got the key of a restricted envelope, and the digest of what he got. */
export const DELIVERED = struct({
  bid: IDENTIFIER,
  env: text(),
  secretHash: hexOf(32),
  to: list(struct({ id: IDENTIFIER, sha256: hexOf(32) }), 1, 20),
});

/** The record of a delivery, and the age files to hand over, one for each of those entitled (base64). */
export interface Delivery {
  readonly record: ShapeOf<typeof DELIVERED>;
  readonly files: readonly { readonly id: string; readonly file: string }[];
}

interface EnvelopeName {
  readonly tender: string;
  readonly bid: string;
  readonly env: string;
}

/** Encrypts the secret of a restricted envelope (hexadecimal) to everybody entitled to it (tp1 §4.5, 5). */
export async function deliverSecret(
  name: EnvelopeName,
  secret: string,
  entitled: readonly Entitled[],
): Promise<Delivery> {
  const { tender, bid, env } = name;
  const message = canonicalBytes({ v: 1, tender, bid, env, secret });
  const files: { id: string; file: string }[] = [];
  const to: { id: string; sha256: string }[] = [];
  for (const { id, recipient } of entitled) {
    const file = await encryptTo(recipient, message);
    files.push({ id, file: toBase64(file) });
    to.push({ id, sha256: toHex(digest(file)) });
  }
  return { record: { bid, env, secretHash: secretHash(bid, env, secret), to }, files };
}

/**
 * Opens a delivery. Null when it is for somebody else, was changed, belongs to another envelope, or holds a secret that
 * is not the one of the log.
 */
export async function openDelivery(
  identity: Uint8Array,
  file: string,
  name: EnvelopeName & { readonly secretHash: string },
): Promise<string | null> {
  const bytes = fromBase64(file);
  const plain = bytes && (await decryptWith(identity, bytes));
  const parsed = plain && parseCanonical(plain);
  const opened = read(DELIVERED_SECRET, parsed?.ok ? parsed.value : null);
  if (!opened.ok) return null;
  const { tender, bid, env, secret } = opened.value;
  const isOwn = tender === name.tender && bid === name.bid && env === name.env;
  return isOwn && secretHash(bid, env, secret) === name.secretHash ? secret : null;
}
