import {
  accept,
  DAY,
  HOUR,
  refuse,
  taggedHashHex,
  type Fen,
  type Instant,
  type Refusal,
  type Result,
} from '@core/kernel';
import { frameworkLaw } from './terms';
import type { UnderLaw } from '@core/rules';

/** What a supplier seals: its unit price for this purchase, bound to the call and to itself. */
export interface QuoteOpening {
  readonly callId: string;
  readonly supplierId: string;
  /** Of one unit, in fen. */
  readonly unitPrice: Fen;
  /** 32 random bytes as hex, which nobody else has before the deadline. */
  readonly nonce: string;
}

/** Why a quote is not taken, or not opened. */
export type QuoteRefusal = Refusal<
  | 'framework.quote_late'
  | 'framework.quote_early'
  | 'framework.quote_differs'
  | 'framework.quote_over'
  | 'framework.nonce_short'
  | 'framework.deadline_short'
>;

const NONCE = /^[0-9a-f]{64}$/;

/**
 * What is handed in before the deadline in place of a quote: nobody can read the price from it, and nobody can open it as
 * another. Hex. Refuses a nonce that could be guessed.
 */
export function sealQuote(quote: QuoteOpening): Result<string, QuoteRefusal> {
  if (!NONCE.test(quote.nonce)) return refuse('framework.nonce_short');
  const { callId, supplierId, unitPrice, nonce } = quote;
  return accept(
    taggedHashHex('sunlit/quote', { call: callId, supplier: supplierId, price: unitPrice, nonce }),
  );
}

/** When quotes are handed in and opened. */
export interface QuoteWindow {
  /** The first instant that is too late to hand one in; from it on they are opened. */
  readonly deadline: Instant;
  /** The first instant that is too late to open one. */
  readonly openUntil: Instant;
}

/** How long suppliers have at least to think (Order 110 art. 33: 必要的响应时间), and how long to open what they sealed. */
const LEAST_NOTICE = 2 * HOUR;
const OPENING_TIME = DAY;

/** The window of a call made at `now`; refuses a deadline nobody could meet. */
export function quoteWindow(
  deadline: Instant,
  now: Instant,
  law: UnderLaw,
): Result<QuoteWindow, QuoteRefusal> {
  return deadline < now + LEAST_NOTICE
    ? refuse('framework.deadline_short', undefined, frameworkLaw(law, 'fw-minicomp-time'))
    : accept({ deadline, openUntil: deadline + OPENING_TIME });
}

/** Takes a sealed quote by its arrival. */
export function takeQuote(
  { deadline }: Pick<QuoteWindow, 'deadline'>,
  arrivedAt: Instant,
): Result<true, QuoteRefusal> {
  return arrivedAt < deadline ? accept(true) : refuse('framework.quote_late');
}

/** Opens a sealed quote: after the deadline, as it was sealed, and not above what the agreement allows. */
export function openQuote(
  quote: QuoteOpening,
  sealed: string,
  { window, cap, law }: { readonly window: QuoteWindow; readonly cap: Fen; readonly law: UnderLaw },
  arrivedAt: Instant,
): Result<Fen, QuoteRefusal> {
  if (arrivedAt < window.deadline) return refuse('framework.quote_early');
  if (arrivedAt >= window.openUntil) return refuse('framework.quote_late');
  const again = sealQuote(quote);
  if (!again.ok) return again;
  if (again.value !== sealed) return refuse('framework.quote_differs');
  if (quote.unitPrice <= 0 || quote.unitPrice > cap) {
    return refuse('framework.quote_over', { cap }, frameworkLaw(law, 'fw-minicomp'));
  }
  return accept(quote.unitPrice);
}

/** A quote that was opened. */
export interface OpenedQuote {
  readonly supplierId: string;
  readonly unitPrice: Fen;
  /** When it was handed in, sealed. */
  readonly sealedAt: Instant;
}

/** The lowest quote (Order 110 art. 33); of equal ones that which was handed in first. Null: nobody's was opened. */
export function lowestQuote(quotes: readonly OpenedQuote[]): OpenedQuote | null {
  return quotes.reduce<OpenedQuote | null>((best, one) => {
    if (best === null || one.unitPrice < best.unitPrice) return one;
    return one.unitPrice === best.unitPrice && one.sealedAt < best.sealedAt ? one : best;
  }, null);
}
