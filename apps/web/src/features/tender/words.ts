import type { Translate } from '../../shared/i18n/catalogue';
import { daysBetween } from '../../shared/i18n/dates';
import { CATEGORIES } from './tender-search';

const DAY = 86_400_000;
/** A category in words; one this version does not know is shown as it came. */
export function categoryWord(t: Translate, code: string): string {
  const word = CATEGORIES.find((one) => one === code);
  return word === undefined ? code : t(`category.${word}`);
}

/** 还有 13 天, 今天, 已截止: always shown beside the absolute moment. */
export function timeLeft(t: Translate, now: number, deadline: string): string {
  const remaining = Date.parse(deadline) - now;
  if (remaining <= 0) return t('left.over');
  const midnights = daysBetween(now, deadline);
  if (midnights === 0) return t('left.today');
  // Whole days, rounded down as in the countdown: never promise a day that is not there.
  return midnights === 1
    ? t('left.tomorrow')
    : t('left.days', { count: Math.floor(remaining / DAY) });
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** `8.9 MB` */
export function fileSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return `${value >= 100 || power === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[power] ?? 'B'}`;
}
