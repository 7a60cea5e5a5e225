import { canonicalize } from '@core/kernel';
import type { Bid } from '@core/sealed-bid';

/** The bid object exactly as it was signed. */
export function canonicalText(bid: Bid): string {
  return canonicalize(bid);
}
