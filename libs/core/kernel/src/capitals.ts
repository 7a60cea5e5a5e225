import type { Fen } from './money';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const TEN_THOUSAND = 10_000;
const HUNDRED_MILLION = 100_000_000;

/**
 * Writes an amount in Chinese capitals, `壹仟贰佰陆拾捌万肆仟元整`, by the rules for filling in
 * bills and settlement vouchers (《票据法》和《支付结算办法》附一): 整 follows 元 only when there is
 * neither 角 nor 分, and 零 stands for every run of zeros between two written digits. Where the rule
 * leaves 零 optional (a zero before 万 or 元 that is followed at once by a digit) it is not written.
 */
export function formatCapitals(amount: Fen): string {
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cents = amount % 10;
  if (jiao === 0 && cents === 0) return `${yuan === 0 ? '零' : whole(yuan)}元整`;
  const head = yuan === 0 ? '' : `${whole(yuan)}元`;
  const tenths = jiao > 0 ? `${digit(jiao)}角` : head === '' ? '' : '零';
  return `${head}${tenths}${cents > 0 ? `${digit(cents)}分` : ''}`;
}

/** A positive integer; 亿 is applied to everything above it, so that 万亿 comes out right. */
function whole(value: number): string {
  if (value >= HUNDRED_MILLION) return joined(value, HUNDRED_MILLION, '亿');
  if (value >= TEN_THOUSAND) return joined(value, TEN_THOUSAND, '万');
  return group(value);
}

function joined(value: number, unit: number, word: string): string {
  const rest = value % unit;
  const head = `${whole(Math.floor(value / unit))}${word}`;
  if (rest === 0) return head;
  return `${head}${rest < unit / 10 ? '零' : ''}${whole(rest)}`;
}

/** One to four digits, without leading zeros. */
function group(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digit(figure)}${PLACES[place] ?? ''}`;
    gap = false;
  }
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
