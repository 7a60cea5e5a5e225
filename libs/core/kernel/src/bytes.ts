import { base64 } from '@scure/base';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Writes bytes as lower-case hexadecimal (tp1 §1.2). */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

/** Whether `text` is lower-case hexadecimal of exactly `length` bytes. */
export function isHex(text: unknown, length: number): text is string {
  return typeof text === 'string' && text.length === length * 2 && /^[0-9a-f]*$/.test(text);
}

/** Reads lower-case hexadecimal. Throws a RangeError for anything else: check with {@link isHex} first. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 === 1 || !isHex(text, text.length / 2)) {
    throw new RangeError('not lower-case hexadecimal');
  }
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}

/** Writes bytes as standard padded base64 (tp1 §1.2). */
export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

/** Reads standard padded base64. Returns null for any other form, non-canonical trailing bits included. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = base64.decode(text);
    return base64.encode(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads UTF-8 strictly, keeping a byte order mark. Returns null for invalid sequences. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One after the other. */
export function concatBytes(...pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Whether two byte strings are equal; takes the same time wherever they differ. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}

/** A whole number as eight bytes, most significant first. */
export function bigEndian64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** Reads eight bytes, most significant first. Returns null beyond 2^53−1. */
export function fromBigEndian64(bytes: Uint8Array): number | null {
  const value = Number(
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0),
  );
  return Number.isSafeInteger(value) ? value : null;
}
