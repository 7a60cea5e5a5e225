import { type Instant } from '@core/kernel';
import { addMonths, endOfDate, legalDate } from '@core/rules';

/** What is asked of a register elsewhere. */
export const INQUIRY_KINDS = ['bribery', 'dishonest_debtor', 'serious_violation', 'tax'] as const;
/** One of {@link INQUIRY_KINDS}. */
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** What the answer was. */
export const INQUIRY_RESULTS = ['clean', 'found'] as const;
/** One of {@link INQUIRY_RESULTS}. */
export type InquiryResult = (typeof INQUIRY_RESULTS)[number];

/** The first instant at which an answer is too old: so many months after the day it was asked. */
export function inquiryUntil(queriedAt: Instant, months: number): Instant {
  return endOfDate(addMonths(legalDate(queriedAt), months));
}

/** How an inquiry stands at `now`; a firm's own answer counts from the registrar's confirmation on. */
export function inquiryState(
  inquiry: { readonly confirmedAt: Instant | null; readonly validUntil: Instant },
  now: Instant,
): 'unconfirmed' | 'valid' | 'expired' {
  if (inquiry.validUntil <= now) return 'expired';
  return inquiry.confirmedAt === null ? 'unconfirmed' : 'valid';
}
