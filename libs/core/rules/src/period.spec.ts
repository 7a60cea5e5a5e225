import { DAY, HOUR, type Instant } from '@core/kernel';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  atBeijing,
  CALENDAR,
  daysBetween,
  isWorkday,
  NATIONAL_2024,
  periodEnd,
  periodOf,
  type Rule,
  type RuleUnit,
} from './index';

const rule = (id: string): Rule => {
  const found = NATIONAL_2024.rules.get(id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};
const lastDay = (id: string, from: string): string | undefined => {
  const end = periodOf(CALENDAR, rule(id), atBeijing(from, '10:00'));
  return end.ok ? end.value.lastDay : undefined;
};
const noon = (date: string): Instant => atBeijing(date, '12:00');

describe('periods of law', () => {
  // The worked examples of the table of rules, under the official calendar of 2026.
  it.each([
    ['contract-30d', '2026-01-16', '2026-02-24'],
    ['complaint-accept-3wd', '2026-02-13', '2026-02-25'],
    ['complaint-decide-30wd', '2026-02-25', '2026-04-08'],
    ['candidate-publish-3d', '2026-04-02', '2026-04-07'],
    ['candidate-pub-min-3d', '2026-04-07', '2026-04-10'],
    ['complaint-10d', '2026-04-25', '2026-05-06'],
    ['bid-bond-refund-5d', '2026-09-29', '2026-10-08'],
    ['bid-prep-min-20d', '2026-03-02', '2026-03-23'],
    ['gp-query-7wd', '2026-04-30', '2026-05-13'],
  ])('%s from %s ends on %s', (id, from, last) => {
    expect(lastDay(id, from)).toBe(last);
  });

  it('ends at 24:00 of its last day', () => {
    const end = periodOf(CALENDAR, rule('candidate-pub-min-3d'), noon('2026-04-07'));
    expect(end).toMatchObject({ ok: true, value: { until: atBeijing('2026-04-11', '00:00') } });
  });

  it('counts hours from the instant and never moves them', () => {
    const from = atBeijing('2026-02-14', '23:30');
    const end = periodEnd(CALENDAR, from, { value: 12, unit: 'hour' });
    expect(end).toEqual({ ok: true, value: { lastDay: '2026-02-15', until: from + 12 * HOUR } });
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it('does not count the days on which the clock stood still', () => {
    const stops = [{ from: '2026-03-04', to: '2026-03-06' }];
    const length = { value: 5, unit: 'day' as RuleUnit };
    const plain = periodEnd(CALENDAR, noon('2026-03-02'), length);
    const paused = periodEnd(CALENDAR, noon('2026-03-02'), length, stops);
    expect([plain, paused]).toMatchObject([
      { value: { lastDay: '2026-03-09' } },
      { value: { lastDay: '2026-03-10' } },
    ]);
    const work = { value: 3, unit: 'workday' as RuleUnit };
    expect(periodEnd(CALENDAR, noon('2026-03-02'), work, stops)).toMatchObject({
      value: { lastDay: '2026-03-10' },
    });
  });

  it('refuses what measures no time, and a year nobody has announced', () => {
    expect(periodOf(CALENDAR, rule('bid-bond-max-2pct'), noon('2026-03-02'))).toMatchObject({
      refusal: { code: 'rules.no_period' },
    });
    expect(periodOf(CALENDAR, rule('contract-30d'), noon('2026-12-10'))).toMatchObject({
      refusal: { code: 'calendar.year_unknown', params: { year: '2027' } },
    });
  });

  it('always ends on a working day, never early, and later when more is asked or the clock stops', () => {
    const date = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days));
    const unit = fc.constantFrom<RuleUnit>('day', 'workday');
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), unit, (from, value, kind) => {
        const end = (count: number, stops = [] as { from: string; to: string }[]): string => {
          const found = periodEnd(CALENDAR, noon(from), { value: count, unit: kind }, stops);
          return found.ok ? found.value.lastDay : 'unknown';
        };
        const last = end(value);
        if (last === 'unknown') return;
        expect(isWorkday(CALENDAR, last)).toEqual({ ok: true, value: true });
        expect(daysBetween(from, last)).toBeGreaterThanOrEqual(value);
        expect(end(value + 1) >= last || end(value + 1) === 'unknown').toBe(true);
        const stops = [{ from: addDays(from, 1), to: addDays(from, 2) }];
        expect(end(value, stops) >= last).toBe(true);
      }),
    );
  });

  it('agrees with the milliseconds of a day', () => {
    const end = periodEnd(CALENDAR, noon('2026-03-02'), { value: 1, unit: 'day' });
    expect(end.ok && end.value.until - atBeijing('2026-03-03', '00:00')).toBe(DAY);
  });
});
