import {
  dateTime,
  dayInWords,
  daysBetween,
  isoDate,
  lastMoment,
  momentInWords,
  monthDayTime,
  preciseDateTime,
  startOfDay,
} from './dates';

const OPENING = '2026-12-08T01:30:00.412Z';

describe('dates', () => {
  it('writes Beijing time whatever the zone of the computer', () => {
    expect(dateTime(OPENING)).toBe('2026-12-08 09:30:00');
    expect(preciseDateTime(OPENING)).toBe('2026-12-08 09:30:00.412');
    expect(monthDayTime(OPENING)).toBe('12-08 09:30');
    expect(isoDate('2026-12-07T16:00:00.000Z')).toBe('2026-12-08');
  });

  it('writes sentences in both languages', () => {
    expect(momentInWords(OPENING, 'zh-CN')).toBe('12 月 8 日 星期二 9:30');
    expect(dayInWords(OPENING, 'en')).toBe('Tuesday 8 December');
  });

  it('ends a period that runs to the end of a day on that day', () => {
    expect(lastMoment('2026-12-07T16:00:00.000Z')).toBe('2026-12-07 23:59:59');
  });

  it('counts days by the midnights of Beijing', () => {
    expect(daysBetween('2026-12-07T15:59:59.999Z', '2026-12-07T16:00:00.000Z')).toBe(1);
    expect(daysBetween('2026-12-07T16:00:00.000Z', OPENING)).toBe(0);
    expect(daysBetween(OPENING, '2026-12-07T15:00:00.000Z')).toBe(-1);
    expect(new Date(startOfDay(OPENING)).toISOString()).toBe('2026-12-07T16:00:00.000Z');
  });
});
