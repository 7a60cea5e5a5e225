import fc from 'fast-check';
import { atLeast, skipStatistics, type DrawCalls } from './index';

const draw = (id: number, operator: string, calls: number, unreachable: number, passed = 0) => ({
  drawId: `T${id}/panel/1`,
  operator,
  calls,
  unreachable,
  passed,
});

describe('the binomial tail', () => {
  it.each([
    [10, 0, 0.3, 1],
    [10, 11, 0.3, 0],
    [2, 1, 0.5, 0.75],
    [4, 4, 0.5, 0.0625],
    [5, 1, 0, 0],
    [5, 5, 1, 1],
  ])('of %i tries, at least %i at %d, is %d', (tries, least, rate, expected) => {
    expect(atLeast(tries, least, rate)).toBeCloseTo(expected, 12);
  });

  it('falls with every success more, and the whole of it is one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (tries, rate) => {
          for (let least = 1; least <= tries; least++) {
            expect(atLeast(tries, least, rate)).toBeLessThanOrEqual(
              atLeast(tries, least - 1, rate) + 1e-9,
            );
          }
          const all = Array.from(
            { length: tries + 1 },
            (_, k) => atLeast(tries, k, rate) - (k < tries ? atLeast(tries, k + 1, rate) : 0),
          );
          expect(all.reduce((one, other) => one + other, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('skip statistics', () => {
  const honest: DrawCalls[] = Array.from({ length: 40 }, (_, at) =>
    draw(at, at % 2 === 0 ? 'a' : 'b', 10, at % 5 === 0 ? 1 : 0, at % 3),
  );

  it('tell of every operator, in order', () => {
    expect(skipStatistics(honest).operators).toEqual([
      { operator: 'a', draws: 20, calls: 200, unreachable: 4, rate: 0.02, medianPassed: 1 },
      { operator: 'b', draws: 20, calls: 200, unreachable: 4, rate: 0.02, medianPassed: 1 },
    ]);
    expect(skipStatistics([draw(1, 'c', 0, 0)]).operators[0]?.rate).toBeNull();
  });

  it('raise an alarm for the draw in which everybody was away until a friend came, and for no other', () => {
    expect(skipStatistics(honest).alarms).toEqual([]);
    const { alarms } = skipStatistics([...honest, draw(99, 'b', 12, 6, 6)]);
    expect(alarms).toMatchObject([
      { drawId: 'T99/panel/1', operator: 'b', calls: 12, unreachable: 6 },
    ]);
    expect(alarms[0]?.p).toBeLessThan(0.001);
  });

  it('hold a draw against the others, not against itself, and say nothing of the first', () => {
    expect(skipStatistics([draw(1, 'a', 10, 10)]).alarms).toEqual([]);
    expect(skipStatistics([draw(1, 'a', 100, 100), draw(2, 'b', 100, 0)]).alarms).toHaveLength(1);
  });
});
