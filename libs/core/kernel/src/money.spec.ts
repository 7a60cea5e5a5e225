import fc from 'fast-check';
import { fen, fenFromWire, fenFromYuan, fenToWire, fenToYuan, formatYuan } from './money';

describe('money', () => {
  it('is the same amount on the wire and inside tp1 records (tp1 §12)', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        const value = fen(amount);
        expect(fenFromWire(fenToWire(value))).toEqual({ ok: true, value });
        expect(fenFromYuan(fenToYuan(value))).toEqual({ ok: true, value });
        expect(formatYuan(value).replaceAll(',', '')).toBe(fenToYuan(value));
      }),
    );
    expect(fenToYuan(fen(1_001_234_500))).toBe('10012345.00');
    expect(fenToYuan(fen(5))).toBe('0.05');
  });

  it.each(['', '-1', '1.5', '01', '1e3', ' 1', '99999999999999999'])('refuses %j fen', (text) => {
    expect(fenFromWire(text).ok).toBe(false);
  });

  it.each(['1', '1.0', '01.00', '1.000', '-1.00', '.50', '99999999999999.99'])(
    'refuses %j yuan',
    (text) => {
      expect(fenFromYuan(text).ok).toBe(false);
    },
  );

  it('throws for a number that is no amount: that is a bug', () => {
    for (const value of [-1, 0.5, 2 ** 53, Number.NaN])
      expect(() => fen(value)).toThrow(RangeError);
  });
});
