import type { Instant } from '@core/kernel';
import { addDays, legalDate, type LegalDate } from '@core/rules';

/** Bounds of the period for which bids bind (投标有效期), days, and what is usual in works. */
export const BID_VALIDITY = { least: 1, most: 365, usual: 90 } as const;

/**
 * The last day on which bids bind their bidders. The period counts from the deadline (Implementing Regulations art. 25), whose
 * own day is not counted (Civil Code art. 201). Null: the notice names no period.
 */
export function bidsBindUntil(deadline: Instant, days: number | null): LegalDate | null {
  return days === null ? null : addDays(legalDate(deadline), days);
}
