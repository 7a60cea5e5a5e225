import { IDENTIFIER, struct, whole } from '@core/kernel';
import type { Bid } from '@core/sealed-bid';
import { bodyOf, ofType, type ClosedBids } from './bid-steps';
import { BundleFault, type Bundle, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';

const LOT_FAILED = struct({
  tender: IDENTIFIER,
  lot: whole(1, 999),
  bids: whole(),
  minimum: whole(1),
});

/**
 * The lots that failed with too few bids (Tendering Law art. 28): each is said once, after the closing, with as many bids
 * as the closed list has for it. Their bids go back as they came; the other lots go on.
 */
export function verifyFailedLots(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  findings: Findings,
): ClosedBids | null {
  if (!closed) return null;
  const failed = new Set<number>();
  for (const logged of ofType(log, bundle.scope, 'lot.failed')) {
    const { index } = logged;
    const { tender, lot, bids, minimum } = bodyOf('closing', LOT_FAILED, logged);
    const received = closed.bids.filter(({ bid }) => closed.objects.get(bid)?.lot === lot).length;
    const isTrue =
      tender === bundle.scope &&
      index > closed.index &&
      closed.opening.lots?.includes(lot) === true &&
      !failed.has(lot) &&
      bids === received &&
      bids < minimum;
    if (!isTrue) throw new BundleFault('closing', 'lot_failed', { index, lot });
    failed.add(lot);
    findings.warn('closing', 'lot_returned_unopened', { lot, bids, minimum });
  }
  return { ...closed, failedLots: failed };
}

/** Whether a bid is for a lot that failed, so that nobody may open it. */
export function isOfFailedLot(
  { failedLots }: Pick<ClosedBids, 'failedLots'>,
  bid: Pick<Bid, 'lot'> | undefined,
): boolean {
  return bid?.lot !== undefined && failedLots.has(bid.lot);
}
