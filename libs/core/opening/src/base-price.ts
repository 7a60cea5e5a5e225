import { accept, read, refuse, type Result } from '@core/kernel';
import { BASE_PRICE, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import { inPhase, type Hall, type HallBasePrice, type HallEvent, type HallRefusal } from './hall';

/** Whether base prices may be opened now: all bids are open, and the record is not yet being signed. */
export function mayOpenBasePrices(hall: Hall): boolean {
  return inPhase(hall, 'reading', 'objections') === null;
}

/** Base prices that are sealed and may be opened in this hall: those of lots that did not fail. */
export function sealedBasePrices(hall: Hall): readonly HallBasePrice[] {
  return hall.basePrices.filter(
    ({ lot, opened }) =>
      opened === null && !hall.lots.some((one) => one.number === lot && one.failed),
  );
}

/**
 * Opens a base price (Implementing Regulations art. 50): only after every bid is open, so that no bidder can keep its key
 * back knowing it, and before the record is signed. It must be the one that was sealed.
 */
export function openBasePrice(
  hall: Hall,
  tender: string,
  base: BasePrice,
): Result<HallEvent, HallRefusal> {
  const wrong = inPhase(hall, 'reading', 'objections');
  if (wrong) return { ok: false, refusal: wrong };
  const { lot = 1, price, nonce } = base;
  const sealed = hall.basePrices.find((one) => one.lot === lot);
  if (!sealed) return refuse('base_price.none', { lot });
  if (hall.lots.some((one) => one.number === lot && one.failed)) {
    return refuse('opening.lot_failed', { lot });
  }
  if (sealed.opened) return refuse('base_price.opened_already', { lot });
  const isSealed =
    read(BASE_PRICE, base).ok && base.tender === tender && basePriceCommit(base) === sealed.commit;
  return isSealed
    ? accept({ kind: 'base_price_opened', lot, price, nonce })
    : refuse('base_price.mismatch', { lot });
}
