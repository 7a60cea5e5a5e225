import { countdownParts, milestoneOf, progressBetween } from './countdown-parts';
import { sunAt } from './sun-arc-geometry';

const text = (remaining: number) =>
  countdownParts(remaining)
    .map(({ value, unit }) => `${value}${unit}`)
    .join(' ');

describe('countdown', () => {
  it.each([
    [86_400_000 * 13 + 3_600_000 * 23 + 60_000 * 47 + 59_999, '13day 23hour 47minute'],
    [86_400_000, '1day 0hour 0minute'],
    [86_399_999, '23hour 59minute'],
    [3_600_000, '1hour 0minute'],
    [3_599_999, '59minute 59second'],
    [59_999, '0minute 59second'],
    [-5_000, '0minute 0second'],
  ])('%d', (remaining, expected) => {
    expect(text(remaining)).toBe(expected);
  });

  it('tells readers four times and at the end', () => {
    expect([90_000_000, 86_400_000, 3_600_000, 600_000, 60_000, 0].map(milestoneOf)).toEqual([
      null,
      'day',
      'hour',
      'ten_minutes',
      'minute',
      'over',
    ]);
  });

  it('walks from sunrise to the horizon and stays there', () => {
    expect(progressBetween(0, 100, 50)).toBe(0.5);
    expect(progressBetween(0, 100, 900)).toBe(1);
    expect(progressBetween(100, 100, 0)).toBe(1);
    expect([0, 0.5, 1].map(sunAt)).toEqual([
      { x: 12, y: 56 },
      { x: 60, y: 8 },
      { x: 108, y: 56 },
    ]);
  });
});
