import fc from 'fast-check';
import { hangCards, placeOf, spanOf } from './day-line-layout';

const HOUR = 3_600_000;

describe('day line', () => {
  it('covers office hours and whatever lies outside them', () => {
    expect(spanOf(0, [10 * HOUR])).toEqual({ from: 8.5 * HOUR, to: 17.5 * HOUR });
    expect(spanOf(0, [7.75 * HOUR, 18 * HOUR])).toEqual({ from: 7.5 * HOUR, to: 19 * HOUR });
    expect(placeOf({ from: 0, to: 10 }, 20)).toBe(1);
  });

  it('never lets cards overlap, leave the line or change their order', () => {
    const places = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
      .map((list) => list.sort((one, other) => one - other));
    fc.assert(
      fc.property(places, (sorted) => {
        const hung = hangCards(sorted, 0.19, 0.0125);
        hung.forEach(({ left }, index) => {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(0.8101);
          const next = hung[index + 1];
          if (next) expect(next.left - left).toBeGreaterThanOrEqual(0.2024);
        });
      }),
    );
  });
});
