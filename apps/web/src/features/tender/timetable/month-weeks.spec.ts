import { dateBy, monthBy, monthWeeks } from './month-weeks';

describe('the weeks of a month', () => {
  it('begin on Mondays and hold each day once', () => {
    expect(monthWeeks('2026-03')[0]).toEqual([
      ...Array.from({ length: 6 }, () => null),
      '2026-03-01',
    ]);
    expect(monthWeeks('2026-06')[0]?.[0]).toBe('2026-06-01');
    expect(monthWeeks('2028-02').flat().filter(Boolean)).toHaveLength(29);
    expect(monthWeeks('2026-12').every((week) => week.length === 7)).toBe(true);
  });

  it('follow each other over the year’s end', () => {
    expect(monthBy('2026-12', 1)).toBe('2027-01');
    expect(monthBy('2026-01', -1)).toBe('2025-12');
    expect(dateBy('2026-12-31', 1)).toBe('2027-01-01');
    expect(dateBy('2026-03-01', -7)).toBe('2026-02-22');
  });
});
