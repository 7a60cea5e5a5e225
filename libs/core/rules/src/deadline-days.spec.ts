import fc from 'fast-check';
import { DAY, HOUR, parseInstant } from '@core/kernel';
import {
  CALENDAR,
  COUNTY_2013,
  deadlineDays,
  legalDate,
  NATIONAL_2024,
  proposeTimetable,
  REGIMES,
} from './index';

const start = parseInstant('2026-01-05T00:00:00.000Z')!;

describe('days for a deadline', () => {
  it('are unlawful up to one day and lawful ever after; what is proposed is lawful', () => {
    const when = fc.integer({ min: 0, max: 200 * 24 }).map((hours) => start + hours * HOUR);
    fc.assert(
      fc.property(
        fc.constantFrom(NATIONAL_2024, COUNTY_2013),
        fc.constantFrom(...REGIMES),
        when,
        (set, regime, publishAt) => {
          const proposed = proposeTimetable(set, regime, publishAt, CALENDAR);
          if (!proposed.ok) throw new Error(proposed.refusal.code);
          const days = deadlineDays(set, regime, proposed.value, '09:30', 60, CALENDAR);
          const lawful = days.map((day) => day.against === null);
          expect(lawful).toEqual([...lawful].sort((one, other) => Number(one) - Number(other)));
          const chosen = days.find((day) => day.date === legalDate(proposed.value.deadline));
          expect(chosen).toMatchObject({ against: null, works: true });
        },
      ),
    );
  });

  it('name the rule that forbids them, and say where the calendar is not known', () => {
    const proposed = proposeTimetable(NATIONAL_2024, 'A', start, CALENDAR);
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    const days = deadlineDays(NATIONAL_2024, 'A', proposed.value, '09:30', 800, CALENDAR);
    expect(days[5]?.against).toMatchObject({ ruleId: 'bid-prep-min-20d', outcome: 'violated' });
    expect(days.find((day) => day.date === '2026-02-17')?.works).toBe(false);
    expect(days.at(-1)?.works).toBeNull();
    expect(days.at(-1)?.date).toBe(legalDate(start + 799 * DAY));
  });
});
