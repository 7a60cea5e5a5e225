import { accept, refuse, type Refusal, type Result } from './result';

/**
 * How a number loses digits: `half-up` (四舍五入, ties away from zero), `half-even` (GB/T 8170, ties to the even
 * digit), `down` (towards zero).
 */
export const ROUNDINGS = ['half-up', 'half-even', 'down'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Why a text is not a decimal number. */
export type DecimalRefusal = Refusal<'decimal.invalid'>;

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function rounded(n: bigint, d: bigint, rounding: Rounding): bigint {
  const negative = n < 0n;
  const size = negative ? -n : n;
  const whole = size / d;
  const twice = (size % d) * 2n;
  const up =
    rounding !== 'down' &&
    (twice > d || (twice === d && (rounding === 'half-up' || whole % 2n === 1n)));
  const result = up ? whole + 1n : whole;
  return negative ? -result : result;
}

function written(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/**
 * An exact number n/d of whole numbers in lowest terms, d > 0. Nothing is ever rounded but by a call that says so.
 * Immutable; made by {@link fraction} and {@link readDecimal}.
 */
export class Fraction {
  /** `d` is positive and the terms are lowest: {@link Fraction.of} sees to it. */
  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  /** n/d in lowest terms. Throws a RangeError when d is zero: a bug, not bad input. */
  static of(n: bigint, d: bigint): Fraction {
    if (d === 0n) throw new RangeError('a fraction over zero');
    const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
    const common = divisor(top, bottom);
    return new Fraction(top / common, bottom / common);
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  minus(other: Fraction): Fraction {
    return Fraction.of(this.n * other.d - other.n * this.d, this.d * other.d);
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.n * other.n, this.d * other.d);
  }

  /** The quotient. Throws a RangeError when the other is zero. */
  over(other: Fraction): Fraction {
    return Fraction.of(this.n * other.d, this.d * other.n);
  }

  /** Negative, zero or positive, as this is less than, equal to or greater than the other. */
  compare(other: Fraction): number {
    const difference = this.n * other.d - other.n * this.d;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  isWhole(): boolean {
    return this.d === 1n;
  }

  /** The nearest number with so many decimal places. */
  round(places: number, rounding: Rounding): Fraction {
    const scale = 10n ** BigInt(places);
    return Fraction.of(rounded(this.n * scale, this.d, rounding), scale);
  }

  /** Exactly so many decimal places, `"98.85"`; what does not fit is rounded as stated. */
  toFixed(places: number, rounding: Rounding): string {
    return written(rounded(this.n * 10n ** BigInt(places), this.d, rounding), places);
  }

  /** The shortest exact form: a decimal where one ends (`"0.125"`), else `"n/d"` (`"1/3"`). */
  toString(): string {
    let places = 0;
    let [scaled, d] = [this.n, this.d];
    // A decimal ends exactly when 2 and 5 are the only primes of the denominator.
    while (d !== 1n) {
      const common = divisor(10n, d);
      if (common === 1n) return `${this.n}/${this.d}`;
      scaled *= 10n / common;
      d /= common;
      places += 1;
    }
    return written(scaled, places);
  }

  /** JSON carries the exact text, never a float. */
  toJSON(): string {
    return this.toString();
  }
}

/** The exact fraction of two whole numbers. Throws a RangeError for a zero denominator or a number that is not whole. */
export function fraction(n: number | bigint, d: number | bigint = 1n): Fraction {
  return Fraction.of(BigInt(n), BigInt(d));
}

/**
 * Reads a decimal of at most 15 whole digits and 12 places, without exponent, plus sign or needless zeros before the
 * point: `"0.950"`, `"-3"`.
 */
export function readDecimal(text: string): Result<Fraction, DecimalRefusal> {
  const match = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) return refuse('decimal.invalid', { text });
  const [, sign = '', whole = '0', places = ''] = match;
  const size = BigInt(`${whole}${places}`);
  return accept(Fraction.of(sign === '-' ? -size : size, 10n ** BigInt(places.length)));
}

/** The number a constant text writes. Throws a RangeError for a text that is none: a bug, not bad input. */
export function decimal(text: string): Fraction {
  const value = readDecimal(text);
  if (!value.ok) throw new RangeError(`not a decimal: ${text}`);
  return value.value;
}

/** The exact mean. Throws a RangeError for an empty list. */
export function meanOf(values: readonly Fraction[]): Fraction {
  return values.reduce((sum, one) => sum.plus(one), fraction(0)).over(fraction(values.length));
}
