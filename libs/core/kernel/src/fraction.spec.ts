import fc from 'fast-check';
import { decimal, Fraction, fraction, meanOf, readDecimal, ROUNDINGS } from './index';

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
const numbers = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d));

describe('exact fractions', () => {
  it('obey the laws of arithmetic, in lowest terms', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        expect(a.plus(b).minus(b)).toEqual(a);
        expect(a.times(b.plus(c))).toEqual(a.times(b).plus(a.times(c)));
        if (b.n !== 0n) expect(a.over(b).times(b)).toEqual(a);
        expect(Math.sign(a.compare(b))).toBe(-Math.sign(b.compare(a)));
        expect(fraction(a.n * 6n, a.d * 6n)).toEqual(a);
        expect(fraction(-a.n, -a.d)).toEqual(a);
      }),
    );
  });

  it('print the shortest decimal, or n/d where none ends', () => {
    expect(
      [fraction(1, 8), fraction(-7, 20), fraction(1, 3), fraction(12, 4), fraction(-1, 7)].map(
        String,
      ),
    ).toEqual(['0.125', '-0.35', '1/3', '3', '-1/7']);
    expect(JSON.stringify({ score: fraction(9885, 100) })).toBe('{"score":"98.85"}');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat(12), (n, places) => {
        const value = fraction(n, 10n ** BigInt(places));
        expect(decimal(value.toString())).toEqual(value);
      }),
    );
  });

  it.each([
    ['0.125', 2, ['0.13', '0.12', '0.12']],
    ['0.135', 2, ['0.14', '0.14', '0.13']],
    ['-0.125', 2, ['-0.13', '-0.12', '-0.12']],
    ['2.5', 0, ['3', '2', '2']],
    ['-0.004', 2, ['0.00', '0.00', '0.00']],
    ['7', 3, ['7.000', '7.000', '7.000']],
  ])('round %s to %d places as stated', (text, places, expected) => {
    expect(ROUNDINGS.map((one) => decimal(text).toFixed(places, one))).toEqual(expected);
    expect(ROUNDINGS.map((one) => decimal(text).round(places, one))).toEqual(expected.map(value));
  });

  it('are never further from the rounded number than half a unit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(6), (value, places) => {
        const off = value.minus(value.round(places, 'half-up'));
        const size = off.n < 0n ? fraction(-off.n, off.d) : off;
        expect(size.compare(fraction(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each(['', '+1', '01', '1.', '.5', '1e3', '１', '1,000', '0x1', '1234567890123456', ' 1'])(
    'refuse to read %j',
    (text) => {
      expect(readDecimal(text)).toMatchObject({ refusal: { code: 'decimal.invalid' } });
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  it('have means, and no division by zero', () => {
    expect(meanOf([fraction(1), fraction(2)]).toString()).toBe('1.5');
    expect(() => meanOf([])).toThrow(RangeError);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(fraction(6, 3).isWhole()).toBe(true);
    expect(Fraction.of(1n, 2n).isWhole()).toBe(false);
  });
});

function value(text: string): Fraction {
  return decimal(text.replace(/^-(0\.?0*)$/, '$1'));
}
