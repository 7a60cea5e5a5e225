import { isHex } from '@core/kernel';

const SIGNATURE_BYTES = 48;

/** What a QR code, or a text somebody pasted, says about a round of drand. */
export type RoundCode =
  | { readonly kind: 'signature'; readonly signature: string }
  | { readonly kind: 'other_round'; readonly round: number }
  | { readonly kind: 'address' }
  | { readonly kind: 'unknown' };

/** The text of the QR code in which a round is handed on: what drand's own API answers. */
export function roundCodeText(round: number, signature: string): string {
  return JSON.stringify({ round, signature });
}

/**
 * Reads the signature of a round (96 hexadecimal digits, tp1 §0) out of a scanned text: the digits alone, in any case and
 * spacing, or the JSON that drand's API answers. An address holds no round: it has to be opened first. Whether the
 * signature is true is judged by whoever takes it.
 */
export function readRoundCode(text: string, round: number): RoundCode {
  const bare = text.replace(/[\s-]+/g, '').toLowerCase();
  if (isHex(bare, SIGNATURE_BYTES)) return { kind: 'signature', signature: bare };
  if (/^https?:\/\//i.test(text.trim())) return { kind: 'address' };
  const answer = jsonObject(text);
  if (answer === null) return { kind: 'unknown' };
  const signature = typeof answer.signature === 'string' ? answer.signature.toLowerCase() : null;
  if (!isHex(signature, SIGNATURE_BYTES)) return { kind: 'unknown' };
  const named = answer.round;
  if (typeof named === 'number' && named !== round) return { kind: 'other_round', round: named };
  return { kind: 'signature', signature };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
