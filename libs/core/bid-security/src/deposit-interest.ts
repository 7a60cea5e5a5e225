import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';
import { daysBetween, type LegalDate } from '@core/rules';

/** A rate for demand deposits (活期存款) as the bank that holds the money posts it. */
export interface DepositRate {
  /** The first day it applies, `YYYY-MM-DD` in Beijing. */
  readonly from: LegalDate;
  /** Millionths a year: 0.35 % is 3500. */
  readonly ppm: number;
}

/** Why interest cannot be computed: nobody has entered the rate of its first days, and nothing is guessed. */
export type InterestRefusal = Refusal<'bid_security.rate_unknown'>;

/** Days of the year by which a yearly rate becomes a daily one (银发〔2005〕129号: 日利率 = 年利率 ÷ 360). */
export const DAYS_OF_RATE = 360;
/** What a rate of 100 % would be. */
const WHOLE_PPM = 1_000_000;
/** The highest rate that is taken for one, in millionths: 20 % a year. */
export const HIGHEST_PPM = 200_000;

/**
 * The interest of a sum on demand deposit from the day it came (counted) to the day it goes back (not counted), fen.
 * Actual days, each at the rate posted for it, over {@link DAYS_OF_RATE}; without interest on interest; rounded once, half a
 * fen up. Exact: no float is used. A day of return before the day of arrival earns nothing.
 */
export function depositInterest(
  sum: Fen,
  came: LegalDate,
  goes: LegalDate,
  rates: readonly DepositRate[],
): Result<Fen, InterestRefusal> {
  if (goes <= came) return accept(fen(0));
  const posted = [...rates].sort((one, other) => one.from.localeCompare(other.from));
  const first = posted.filter(({ from }) => from <= came).length - 1;
  if (first < 0) return refuse('bid_security.rate_unknown', { day: came });
  let rateDays = 0n;
  for (const [at, { from, ppm }] of posted.entries()) {
    if (at < first || from >= goes) continue;
    const begin = from < came ? came : from;
    const next = posted[at + 1]?.from ?? goes;
    const end = next < goes ? next : goes;
    rateDays += BigInt(ppm) * BigInt(daysBetween(begin, end));
  }
  const over = BigInt(DAYS_OF_RATE) * BigInt(WHOLE_PPM);
  return accept(fen(Number((BigInt(sum) * rateDays * 2n + over) / (over * 2n))));
}
