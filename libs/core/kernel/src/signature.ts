import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, fromHex, isHex, toHex, utf8 } from './bytes';
import { canonicalBytes, isObject, type Encodable } from './canonical';
import { hexOf, list, literal, struct, text, type ShapeOf } from './shape';

const TAG = /^[a-z0-9/.-]{1,64}$/;
const NEWLINE = Uint8Array.of(0x0a);

function tagBytes(tag: string): Uint8Array {
  if (!TAG.test(tag)) throw new RangeError(`not a tag: ${tag}`);
  return utf8(tag);
}

/** SHA-256. */
export function digest(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** `H(tag, value)` of tp1 §1.3: SHA-256 of the tag, a newline and the canonical value. */
export function taggedHash(tag: string, value: Encodable): Uint8Array {
  return sha256(concatBytes(tagBytes(tag), NEWLINE, canonicalBytes(value)));
}

/** {@link taggedHash} in hexadecimal, the form in which records carry it. */
export function taggedHashHex(tag: string, value: Encodable): string {
  return toHex(taggedHash(tag, value));
}

/** The identifier of an Ed25519 key (tp1 §1.3): 16 hexadecimal digits. */
export function keyId(publicKey: string): string {
  return taggedHashHex('tp1/kid', { alg: 'Ed25519', pub: publicKey }).slice(0, 16);
}

/** An SM2 signature over the bytes an Ed25519 one is over, with its certificates in base64 DER (tp1 §5). */
export const SM2_SIGNATURE = struct({
  alg: literal('SM2'),
  kid: hexOf(8),
  sig: text(/^30(?:[0-9a-f]{2}){7,80}$/),
  cert: list(text(/^[A-Za-z0-9+/=]{100,4000}$/), 1, 3),
});
export type Sm2Signature = ShapeOf<typeof SM2_SIGNATURE>;

/** A tp1 signature as records carry it; a certified one over the same bytes may stand beside it. Three fit a clear entry. */
export const SIGNATURE = struct(
  { alg: literal('Ed25519'), kid: hexOf(8), sig: hexOf(64) },
  { beside: list(SM2_SIGNATURE, 1, 1) },
);
export type PayloadSignature = ShapeOf<typeof SIGNATURE>;

/** A key that verifies signatures, and whose it is. */
export interface PublicKey {
  readonly id: string;
  readonly kid: string;
  readonly pub: string;
}

/** The public half (hexadecimal) of a 32-byte Ed25519 seed. */
export function publicKeyOf(seed: Uint8Array): string {
  return toHex(ed25519.getPublicKey(seed));
}

/** The public half of a seed under a name. */
export function namedKey(id: string, seed: Uint8Array): PublicKey {
  const pub = publicKeyOf(seed);
  return { id, kid: keyId(pub), pub };
}

/** Whether `kid` belongs to `pub`. */
export function isPublicKey(value: unknown): value is PublicKey {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isHex(value.pub, 32) &&
    value.kid === keyId(value.pub)
  );
}

/** The bytes that are signed (tp1 §1.3). A certificate token (UKey) signs the same bytes. */
export function signatureMessage(tag: string, payload: Encodable): Uint8Array {
  return concatBytes(utf8('tp1/sig'), NEWLINE, tagBytes(tag), NEWLINE, canonicalBytes(payload));
}

/** Signs a payload under a tag. A signature under one tag MUST NOT verify under another. */
export function signPayload(seed: Uint8Array, tag: string, payload: Encodable): PayloadSignature {
  return {
    alg: 'Ed25519',
    kid: keyId(publicKeyOf(seed)),
    sig: toHex(ed25519.sign(signatureMessage(tag, payload), seed)),
  };
}

/** Whether a value has the shape of a tp1 signature. */
export function isPayloadSignature(value: unknown): value is PayloadSignature {
  return SIGNATURE.fault(value, '$') === null;
}

/** Checks an Ed25519 signature: {@link verifyBytes}, or something faster that MUST give the same answers. */
export type BytesVerifier = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** Plain Ed25519 (RFC 8032, S < L): the same answer in Node, browsers and other languages. */
export function verifyBytes(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** Plain Ed25519 signature over bytes; for the C2SP texts, which have their own framing. */
export function signBytes(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/** Whether `signature` was made by the key `publicKey` (hexadecimal) over this payload under this tag. */
export function verifyPayload(
  publicKey: string,
  tag: string,
  payload: Encodable,
  signature: unknown,
): boolean {
  if (!isHex(publicKey, 32) || !isPayloadSignature(signature)) return false;
  if (signature.kid !== keyId(publicKey)) return false;
  return verifyBytes(fromHex(publicKey), signatureMessage(tag, payload), fromHex(signature.sig));
}
