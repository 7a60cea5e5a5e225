import { accept, DAY, HOUR, refuse, type Instant, type Refusal, type Result } from '@core/kernel';
import shipped from './sets/calendar.json';

/** A legal date in Beijing: `YYYY-MM-DD`. */
export type LegalDate = string;

/** The official calendar: which week days are off, which weekend days are worked, for the years that are known. */
export interface Calendar {
  readonly id: string;
  readonly years: ReadonlyMap<
    string,
    { readonly off: ReadonlySet<LegalDate>; readonly work: ReadonlySet<LegalDate> }
  >;
}

/** The year's holidays have not been announced (or not imported): nothing is guessed. */
export type CalendarRefusal = Refusal<'calendar.year_unknown'>;

const BEIJING = 8 * HOUR;

/** The calendar that ships with the product. Its source is named in the data file. */
export const CALENDAR: Calendar = {
  id: shipped.id,
  years: new Map(
    Object.entries(shipped.years).map(([year, { off, work }]) => [
      year,
      { off: new Set(off), work: new Set(work) },
    ]),
  ),
};

/** One year of the official calendar, as an administrator enters it from the State Council's notice. */
export interface CalendarYear {
  readonly year: string;
  /** Days off, weekend days among them or not. */
  readonly off: readonly LegalDate[];
  /** Saturdays and Sundays that are worked in exchange (调休). */
  readonly work: readonly LegalDate[];
}

/** Why a year cannot be taken over: the first thing that is wrong with it. */
export type CalendarYearRefusal = Refusal<'calendar.malformed'>;

/** The days off that the national regulation gives every year (全国年节及纪念日放假办法): thirteen since 2025. */
const FEWEST_OFF = 11;

function isDateOf(year: string, date: LegalDate): boolean {
  const parsed = new Date(`${date}T00:00:00.000Z`);
  return (
    date.startsWith(`${year}-`) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().slice(0, 10) === date
  );
}

function isWeekend(date: LegalDate): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());
}

/**
 * Checks a year before it may be counted by: real dates of that year, each once; worked days are weekend days and not
 * off at the same time; New Year's Day is off; no fewer days off than the law gives. Sorted.
 */
export function readCalendarYear(entered: CalendarYear): Result<CalendarYear, CalendarYearRefusal> {
  const { year } = entered;
  const refused = (where: string): Result<CalendarYear, CalendarYearRefusal> =>
    refuse('calendar.malformed', { where });
  if (!/^20\d{2}$/.test(year)) return refused(year);
  const off = [...entered.off].sort();
  const work = [...entered.work].sort();
  const wrong = [...off, ...work].find((date) => !isDateOf(year, date));
  if (wrong !== undefined) return refused(wrong);
  const all = [...off, ...work];
  const twice = all.find((date, index) => all.indexOf(date) !== index);
  if (twice !== undefined) return refused(twice);
  const weekday = work.find((date) => !isWeekend(date));
  if (weekday !== undefined) return refused(weekday);
  if (!off.includes(`${year}-01-01`)) return refused(`${year}-01-01`);
  if (off.length < FEWEST_OFF) return refused(`${off.length}`);
  return accept({ year, off, work });
}

/** A calendar with some years put in place of, or beside, those it has. */
export function withYears(calendar: Calendar, years: readonly CalendarYear[]): Calendar {
  if (years.length === 0) return calendar;
  const own = years.map(({ year, off, work }) => {
    return [year, { off: new Set(off), work: new Set(work) }] as const;
  });
  return { id: `${calendar.id}+own`, years: new Map([...calendar.years, ...own]) };
}

/** The Beijing date of an instant. */
export function legalDate(instant: Instant): LegalDate {
  return new Date(instant + BEIJING).toISOString().slice(0, 10);
}

/** The first instant of a Beijing date. */
export function startOfDate(date: LegalDate): Instant {
  return Date.parse(`${date}T00:00:00.000Z`) - BEIJING;
}

/** 24:00 of a Beijing date: the first instant that is no longer part of it (Civil Code art. 203). */
export function endOfDate(date: LegalDate): Instant {
  return startOfDate(date) + DAY;
}

/** A Beijing wall-clock time, such as ("2026-03-23", "09:30"). */
export function atBeijing(date: LegalDate, time: string): Instant {
  return Date.parse(`${date}T${time}:00.000Z`) - BEIJING;
}

/** The date `days` later (or earlier). */
export function addDays(date: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Whether a date is a working day; refuses a year whose calendar is unknown. */
export function isWorkday(calendar: Calendar, date: LegalDate): Result<boolean, CalendarRefusal> {
  const year = calendar.years.get(date.slice(0, 4));
  if (!year) return refuse('calendar.year_unknown', { year: date.slice(0, 4) });
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  return accept(year.work.has(date) || (!weekend && !year.off.has(date)));
}

/** The date itself if it is a working day, else the next working day (Civil Code art. 203). */
export function rollForward(
  calendar: Calendar,
  date: LegalDate,
): Result<LegalDate, CalendarRefusal> {
  for (let day = date; ; day = addDays(day, 1)) {
    const works = isWorkday(calendar, day);
    if (!works.ok) return works;
    if (works.value) return accept(day);
  }
}

/** The last day of a period of `days` calendar days that began on `from` (not counted), rolled forward. */
export function lastDayOf(
  calendar: Calendar,
  from: LegalDate,
  days: number,
): Result<LegalDate, CalendarRefusal> {
  return rollForward(calendar, addDays(from, days));
}

/** The last day of a period of `count` working days that began on `from` (not counted). */
export function lastWorkdayOf(
  calendar: Calendar,
  from: LegalDate,
  count: number,
): Result<LegalDate, CalendarRefusal> {
  let left = count;
  for (let day = addDays(from, 1); ; day = addDays(day, 1)) {
    const works = isWorkday(calendar, day);
    if (!works.ok) return works;
    if (works.value) left--;
    if (left <= 0) return accept(day);
  }
}
