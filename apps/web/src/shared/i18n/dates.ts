import type { Locale } from './locale';

const BEIJING = 8 * 3_600_000;
const DAY = 86_400_000;
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_DAYS = '日一二三四五六';

/** An instant as the wire writes it, or in milliseconds. */
export type Moment = string | number;

/** Milliseconds since 1970 of a moment. */
export function millis(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly milli: string;
  readonly weekday: number;
}

/** China keeps UTC+8 all year, so the wall clock is plain arithmetic and the same on every browser. */
function partsOf(moment: Moment): Parts {
  const date = new Date(millis(moment) + BEIJING);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: String(date.getUTCFullYear()),
    month: two(date.getUTCMonth() + 1),
    day: two(date.getUTCDate()),
    hour: two(date.getUTCHours()),
    minute: two(date.getUTCMinutes()),
    second: two(date.getUTCSeconds()),
    milli: String(date.getUTCMilliseconds()).padStart(3, '0'),
    weekday: date.getUTCDay(),
  };
}

/** `2026-12-08` in Beijing. */
export function isoDate(moment: Moment): string {
  const { year, month, day } = partsOf(moment);
  return `${year}-${month}-${day}`;
}

/** `2026-12-08 09:30:00` in Beijing: the form of data. */
export function dateTime(moment: Moment): string {
  const { hour, minute, second } = partsOf(moment);
  return `${isoDate(moment)} ${hour}:${minute}:${second}`;
}

/** `2026-12-08 09:07:31.412`: receipts only. */
export function preciseDateTime(moment: Moment): string {
  return `${dateTime(moment)}.${partsOf(moment).milli}`;
}

/** `12-08` */
export function monthDay(moment: Moment): string {
  const { month, day } = partsOf(moment);
  return `${month}-${day}`;
}

/** `12-08 09:30` */
export function monthDayTime(moment: Moment): string {
  return `${monthDay(moment)} ${hourMinute(moment)}`;
}

/** `09:30` */
export function hourMinute(moment: Moment): string {
  const { hour, minute } = partsOf(moment);
  return `${hour}:${minute}`;
}

/** `09:42:16` */
export function hourMinuteSecond(moment: Moment): string {
  return `${hourMinute(moment)}:${partsOf(moment).second}`;
}

/** `星期二` or `Tuesday` */
export function weekday(moment: Moment, locale: Locale): string {
  const { weekday: index } = partsOf(moment);
  return locale === 'en' ? (ENGLISH_DAYS[index] ?? '') : `星期${CHINESE_DAYS.charAt(index)}`;
}

/** `12 月 8 日 星期二` or `Tuesday 8 December`: the form of sentences. */
export function dayInWords(moment: Moment, locale: Locale): string {
  const { month, day } = partsOf(moment);
  return locale === 'en'
    ? `${weekday(moment, locale)} ${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? ''}`
    : `${Number(month)} 月 ${Number(day)} 日 ${weekday(moment, locale)}`;
}

/** The last second of a period whose end is the first instant that is too late: a day ends at 23:59:59. */
export function lastMoment(until: Moment): string {
  return dateTime(millis(until) - 1_000);
}

/** `12 月 8 日 星期二 9:30` or `Tuesday 8 December 9:30` */
export function momentInWords(moment: Moment, locale: Locale): string {
  const { hour, minute } = partsOf(moment);
  return `${dayInWords(moment, locale)} ${Number(hour)}:${minute}`;
}

/** How many midnights of Beijing lie between two moments; negative when `to` is on an earlier day. */
export function daysBetween(from: Moment, to: Moment): number {
  const dayOf = (moment: Moment) => Math.floor((millis(moment) + BEIJING) / DAY);
  return dayOf(to) - dayOf(from);
}

/** The instant at which the Beijing day of `moment` begins. */
export function startOfDay(moment: Moment): number {
  return Math.floor((millis(moment) + BEIJING) / DAY) * DAY - BEIJING;
}

/** `2026-12-08T09:30` of Beijing, as an input gives it, as the wire's instant; null while it is none. */
export function instantOfLocal(local: string): string | null {
  const at = Date.parse(`${local}:00.000+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
