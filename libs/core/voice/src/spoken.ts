import { HOUR, type Instant } from '@core/kernel';

const DIGITS = '零一二三四五六七八九';
const BEIJING = 8 * HOUR;

/** A whole number from 0 to 99 in Chinese, as it is said. */
export function spokenNumber(value: number): string {
  if (value < 10) return DIGITS.charAt(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}十${ones > 0 ? DIGITS.charAt(ones) : ''}`;
}

function digitByDigit(text: string): string {
  return [...text].map((digit) => DIGITS.charAt(Number(digit))).join('');
}

/**
 * A text with its numbers as they are said: `11月28日` and `3楼` as numbers, `9:30` as a time, whatever else has
 * digits (rooms, telephones, years) digit by digit. Speech reads bare digits wrongly, or in another language.
 */
export function spokenText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/g, (_, hour: string, minute: string) =>
      spokenHour(Number(hour), Number(minute)),
    )
    .replace(/(?<!\d)(\d{1,2})(?=[月日时分秒楼层号栋幢])/g, (_, value: string) =>
      spokenNumber(Number(value)),
    )
    .replace(/\d+/g, digitByDigit);
}

function spokenHour(hour: number, minute: number): string {
  return `${spokenNumber(hour)}时${minute === 0 ? '整' : `${spokenNumber(minute)}分`}`;
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** An instant in Beijing as it is said: `三月五日星期四上午九时三十分`. */
export function spokenMoment(at: Instant): string {
  const local = new Date(at + BEIJING);
  const hour = local.getUTCHours();
  const weekday = '日一二三四五六'.charAt(local.getUTCDay());
  const date = `${spokenNumber(local.getUTCMonth() + 1)}月${spokenNumber(local.getUTCDate())}日`;
  const time = spokenHour(hour > 12 ? hour - 12 : hour, local.getUTCMinutes());
  return `${date}星期${weekday}${partOfDay(hour)}${time}`;
}
