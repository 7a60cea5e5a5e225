import { accept, refuse, type Refusal, type Result } from './result';

/**
 * Money: integer fen (1 yuan = 100 fen), never negative, at most 2^53−1.
 * Made only by {@link fen}, {@link fenFromWire} and {@link fenFromYuan}.
 */
export type Fen = number & { readonly __brand: 'Fen' };

/** Why a text or number is not an amount of money. */
export type MoneyRefusal = Refusal<'money.invalid'>;

/** Checks an integer number of fen. Throws a RangeError for anything else: a bug, not bad input. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an amount: ${value}`);
  return value as Fen;
}

/** Reads the wire form: a decimal string of fen without sign or leading zero, such as `"357954600"`. */
export function fenFromWire(text: string): Result<Fen, MoneyRefusal> {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? accept(value as Fen) : refuse('money.invalid', { text });
}

/** Writes the wire form, `"357954600"`. */
export function fenToWire(amount: Fen): string {
  return String(amount);
}

/** Reads the form used inside `tp1` records: yuan with exactly two places, `"3579546.00"`. */
export function fenFromYuan(text: string): Result<Fen, MoneyRefusal> {
  const match = /^(0|[1-9]\d{0,13})\.(\d{2})$/.exec(text);
  return match
    ? fenFromWire(String(BigInt(`${match[1] ?? ''}${match[2] ?? ''}`)))
    : refuse('money.invalid', { text });
}

/** Writes the form used inside `tp1` records, `"3579546.00"` (trust protocol, section 12). */
export function fenToYuan(amount: Fen): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Writes an amount for people: `12,684,000.00`, without a currency sign. */
export function formatYuan(amount: Fen): string {
  const [whole = '0', cents = '00'] = fenToYuan(amount).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
