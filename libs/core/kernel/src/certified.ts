import { fromBase64, toBase64, toHex } from './bytes';
import type { Encodable } from './canonical';
import {
  isPayloadSignature,
  signatureMessage,
  taggedHashHex,
  type PayloadSignature,
  type Sm2Signature,
} from './signature';

/** A key that signs: a file, a token in a USB port, a key service (tp1 §5). `cert` is DER, the signer's own first. */
export interface SignerAdapter {
  readonly alg: 'Ed25519' | 'SM2';
  readonly kid: string;
  readonly cert?: readonly Uint8Array[];
  /** Signs these bytes: Ed25519 gives 64 bytes, SM2 its DER form. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** What keeps 32 secret bytes: a file, a passphrase (age), a passkey, a token (tp1 §5). Never bulk data. */
export interface WrapAdapter {
  readonly kind: 'file' | 'age-passphrase' | 'webauthn-prf' | 'ukey-sm2' | 'ukey-rsa';
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  /** Throws when the blob was not wrapped by this adapter, or was changed. */
  unwrap(blob: Uint8Array): Promise<Uint8Array>;
}

/** The identifier of an SM2 key, from its 65 uncompressed bytes in hexadecimal. */
export function sm2KeyId(publicKey: string): string {
  return taggedHashHex('tp1/kid', { alg: 'SM2', pub: publicKey }).slice(0, 16);
}

/** Signs a payload with an Ed25519 key that some adapter holds. */
export async function signPayloadWith(
  signer: SignerAdapter,
  tag: string,
  payload: Encodable,
): Promise<PayloadSignature> {
  if (signer.alg !== 'Ed25519') throw new RangeError('not an Ed25519 signer');
  const sig = await signer.sign(signatureMessage(tag, payload));
  return { alg: 'Ed25519', kid: signer.kid, sig: toHex(sig) };
}

/** Signs a payload with a certified key; stored in `beside` of the Ed25519 signature. */
export async function signCertified(
  signer: SignerAdapter,
  tag: string,
  payload: Encodable,
): Promise<Sm2Signature> {
  if (signer.alg !== 'SM2' || !signer.cert) throw new RangeError('not a certified signer');
  const sig = await signer.sign(signatureMessage(tag, payload));
  const cert = signer.cert.map(toBase64);
  return { alg: 'SM2', kid: signer.kid, sig: toHex(sig), cert };
}

/** SM2 with SM3 and the distinguishing id 1234567812345678, behind whatever library an application has. */
export interface Sm2Verifier {
  /** `publicKey` and `signature` (DER) in hexadecimal. MUST NOT throw. */
  verify(publicKey: string, message: Uint8Array, signature: string): boolean;
}

/** The SM2 signatures beside a signature; none for anything that is not one. */
export function certifiedOf(signature: unknown): readonly Sm2Signature[] {
  return isPayloadSignature(signature) ? (signature.beside ?? []) : [];
}

/**
 * Whether an SM2 signature is over this payload and by the key of its own certificate. Who issued the certificate, and
 * whether it was valid, is for the court and its CA.
 */
export function verifyCertified(
  verifier: Sm2Verifier,
  tag: string,
  payload: Encodable,
  signature: Sm2Signature,
): boolean {
  const [own = ''] = signature.cert;
  const der = fromBase64(own);
  const publicKey = der && sm2KeyOf(der);
  if (!publicKey || signature.kid !== sm2KeyId(publicKey)) return false;
  return verifier.verify(publicKey, signatureMessage(tag, payload), signature.sig);
}

/** Adds an SM2 signature beside an Ed25519 one over the same payload. */
export function withCertified(
  signature: PayloadSignature,
  certified: Sm2Signature,
): PayloadSignature {
  return { ...signature, beside: [certified] };
}

/** A value of DER: its tag, and where its content begins and ends. */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

function elementAt(der: Uint8Array, at: number): Element | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  const bytes = first < 0x80 ? 0 : first & 0x7f;
  if (bytes > 3 || first === 0x80) return null;
  let length = first < 0x80 ? first : 0;
  for (let next = 0; next < bytes; next++) length = length * 256 + (der[at + 2 + next] ?? 0);
  const start = at + 2 + bytes;
  const end = start + length;
  return end <= der.length ? { tag, start, end } : null;
}

function childrenOf(der: Uint8Array, parent: Element | null): Element[] {
  const children: Element[] = [];
  for (let at = parent?.start ?? 0; parent && at < parent.end;) {
    const child = elementAt(der, at);
    if (!child || child.end > parent.end) return [];
    children.push(child);
    at = child.end;
  }
  return children;
}

const SEQUENCE = 0x30;
const VERSION = 0xa0;
const BIT_STRING = 0x03;
/** id-ecPublicKey, and the curve sm2p256v1 of GM/T 0006. */
const SM2_ALGORITHM = '06072a8648ce3d020106082a811ccf5501822d';

/** The SM2 public key of an X.509 certificate, 65 uncompressed bytes in hexadecimal; null for any other key. */
export function sm2KeyOf(der: Uint8Array): string | null {
  const certificate = elementAt(der, 0);
  const [body] = childrenOf(der, certificate?.tag === SEQUENCE ? certificate : null);
  const parts = childrenOf(der, body ?? null);
  // serial, signature, issuer, validity, subject, and then the key; the version is optional.
  const key = parts[parts[0]?.tag === VERSION ? 6 : 5];
  const [algorithm, bits] = childrenOf(der, key ?? null);
  if (!algorithm || bits?.tag !== BIT_STRING) return null;
  if (toHex(der.slice(algorithm.start, algorithm.end)) !== SM2_ALGORITHM) return null;
  const point = toHex(der.slice(bits.start + 1, bits.end));
  return /^04[0-9a-f]{128}$/.test(point) && der[bits.start] === 0 ? point : null;
}

/** DER certificates of a PEM text, in order. */
export function certificatesOf(pem: string): Uint8Array[] {
  const blocks = pem.matchAll(
    /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g,
  );
  return [...blocks].flatMap(([, body = '']) => fromBase64(body.replace(/\s/g, '')) ?? []);
}
