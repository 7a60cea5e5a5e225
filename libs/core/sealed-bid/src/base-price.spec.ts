import fc from 'fast-check';
import { fen } from '@core/kernel';
import { basePrice, basePriceCommit, basePriceText, parseBasePrice } from './base-price';

const NONCE = new Uint8Array(32).fill(7);

describe('a base price', () => {
  it('is bound by its commitment to tender, lot, price and nonce', () => {
    const one = basePrice('T', 2, fen(357_954_600), NONCE);
    const others = [
      basePrice('U', 2, fen(357_954_600), NONCE),
      basePrice('T', 1, fen(357_954_600), NONCE),
      basePrice('T', null, fen(357_954_600), NONCE),
      basePrice('T', 2, fen(357_954_601), NONCE),
      basePrice('T', 2, fen(357_954_600), new Uint8Array(32).fill(8)),
    ];
    const commits = [one, ...others].map(basePriceCommit);
    expect(new Set(commits).size).toBe(6);
    expect(basePriceCommit(one)).toBe(
      '4d713f8a7dad9c994873b316b75eeb6b0de1604a52d27ed0f7b5f4b861aa75d5',
    );
  });

  it('survives its file', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000_000_000_000 }),
        fc.option(fc.integer({ min: 1, max: 999 })),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (price, lot, nonce) => {
          const base = basePrice('T2026-0001', lot, fen(price), nonce);
          expect(parseBasePrice(basePriceText(base))).toEqual(base);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['an opening key', '{"bid":"B","secrets":{},"tender":"T"}'],
    ['a price of nothing', `{"nonce":"${'00'.repeat(32)}","price":"0.00","tender":"T"}`],
    ['fen', `{"nonce":"${'00'.repeat(32)}","price":"357954600","tender":"T"}`],
    ['a short nonce', '{"nonce":"00","price":"1.00","tender":"T"}'],
  ])('is not read from %s', (_what, content) => {
    expect(parseBasePrice(content)).toBeNull();
  });

  it('has 32 random bytes and a price', () => {
    expect(() => basePrice('T', null, fen(1), new Uint8Array(31))).toThrow(RangeError);
    expect(() => basePrice('T', null, fen(0), NONCE)).toThrow(RangeError);
  });
});
