import fc from 'fast-check';
import { chiSquareTail, fairnessOf, watchOf, type DrawOnce } from './index';

const draw = (id: string, entrants: string, winners: string): DrawOnce => ({
  id,
  entrants: [...entrants],
  winners: [...winners],
});

describe('the tail of chi-square', () => {
  // Values of the tables of Abramowitz and Stegun (26.8) and of R's pchisq(x, df, lower.tail = FALSE).
  it.each([
    [3.841458820694124, 1, 0.05],
    [6.634896601021213, 1, 0.01],
    [18.307038053275146, 10, 0.05],
    [5, 10, 0.8911780189141512],
    [10, 5, 0.07523524614651217],
    [124.3421134004, 100, 0.05],
    [2, 2, 0.36787944117144233],
  ])('of %d with %d degrees is %d', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees)).toBeCloseTo(p, 9);
  });

  it('is one without degrees or deviation, and falls with the statistic', () => {
    expect(chiSquareTail(9, 0)).toBe(1);
    expect(chiSquareTail(0, 4)).toBe(1);
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 200, noNaN: true }),
        fc.integer({ min: 1, max: 120 }),
        (statistic, degrees) => {
          const here = chiSquareTail(statistic, degrees);
          expect(here).toBeGreaterThanOrEqual(0);
          expect(here).toBeLessThanOrEqual(1 + 1e-12);
          expect(chiSquareTail(statistic + 1, degrees)).toBeLessThanOrEqual(here + 1e-12);
        },
      ),
    );
  });
});

describe('the fairness of a series', () => {
  it('says how often, how often expected, and how likely', () => {
    const report = fairnessOf([draw('1', 'ABCD', 'A'), draw('2', 'AB', 'A'), draw('3', 'AB', 'B')]);
    expect(report).toMatchObject({ draws: 3, wins: 3, concentration: 5556 });
    expect(
      report.shares.map(({ key, entered, won, expected }) => [key, entered, won, expected]),
    ).toEqual([
      ['A', 3, 2, 1.25],
      ['B', 3, 1, 1.25],
      ['C', 1, 0, 0.25],
      ['D', 1, 0, 0.25],
    ]);
    // At least two of 1/4, 1/2, 1/2 by hand: 1/4 · 3/4 + 3/4 · 1/4.
    expect(report.shares[0]?.tail).toBe(0.375);
    expect(report.shares[2]?.tail).toBe(1);
  });

  it('is the textbook chi-square where everybody is in every draw', () => {
    const wins = 'AAAAAAAABBBBBBCCCC';
    const { test } = fairnessOf([...wins].map((winner, at) => draw(String(at), 'ABC', winner)));
    const textbook = [8, 6, 4].reduce((sum, won) => sum + (won - 6) ** 2 / 6, 0);
    expect(test?.statistic).toBeCloseTo(textbook, 4);
    expect(test).toMatchObject({ degrees: 2, isLongEnough: true, p: 0.5134 });
  });

  it('gives no test where chance had no say, and leaves out what came to nothing', () => {
    const report = fairnessOf([draw('1', 'A', 'A'), draw('2', 'AB', 'AB'), draw('3', 'AB', '')]);
    expect(report).toMatchObject({ draws: 2, test: null });
    expect(fairnessOf([])).toEqual({
      draws: 0,
      wins: 0,
      shares: [],
      test: null,
      concentration: null,
    });
  });

  it('finds a draw that is not fair, and accepts one that is', () => {
    const rigged = Array.from({ length: 40 }, (_, at) =>
      draw(String(at), 'ABCDE', at % 3 ? 'A' : 'B'),
    );
    expect(fairnessOf(rigged).test?.p).toBeLessThan(0.0001);
    const even = Array.from({ length: 40 }, (_, at) =>
      draw(String(at), 'ABCDE', 'ABCDE'[at % 5] ?? 'A'),
    );
    expect(fairnessOf(even).test?.p).toBe(1);
  });

  const series = fc.array(
    fc
      .uniqueArray(fc.constantFrom(...'ABCDEFGH'), { minLength: 1, maxLength: 8 })
      .chain((entrants) =>
        fc.integer({ min: 0, max: entrants.length }).map((seats) => ({
          id: 'd',
          entrants,
          winners: entrants.slice(0, seats),
        })),
      ),
    { maxLength: 12 },
  );

  it('expects as many wins as there were, whatever the order of the draws', () => {
    fc.assert(
      fc.property(series, (draws) => {
        const report = fairnessOf(draws);
        const expected = report.shares.reduce((sum, one) => sum + one.expected, 0);
        expect(expected).toBeCloseTo(report.wins, 2);
        expect(fairnessOf([...draws].reverse())).toEqual(report);
        for (const share of report.shares) {
          expect(share.won).toBeLessThanOrEqual(share.entered);
          expect(share.tail).toBeGreaterThanOrEqual(0);
          expect(share.tail).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('points at winners an audit would look at', () => {
    expect(watchOf({ entered: 3, won: 2 })).toMatchObject({ entered: 3 });
    expect(watchOf({ entered: 4, won: 2 })).toBeNull();
    expect(watchOf({ entered: 9, won: 3 })).toMatchObject({ entered: 5 });
    expect(watchOf({ entered: 10, won: 3 })).toBeNull();
    expect(watchOf({ entered: 2, won: 2 })).toBeNull();
  });
});
