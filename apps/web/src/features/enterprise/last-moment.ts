import { dateTime, millis } from '../../shared/i18n/dates';

/** The last second of a period whose end is the first instant that is too late: a day ends at 23:59:59. */
export function lastMoment(until: string): string {
  return dateTime(millis(until) - 1_000);
}
