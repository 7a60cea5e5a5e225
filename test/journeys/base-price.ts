import { fen } from '@core/kernel';
import { basePrice, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import type { Client } from '../support/client';
import { random } from './world';

/** What a tenderer's browser does: the base price is made here, and its commitment alone is sent. */
export async function sealBasePrice(
  tenderer: Client,
  tenderId: string,
  lot: number | null,
  amount: number,
): Promise<BasePrice> {
  const base = basePrice(tenderId, lot, fen(amount), random());
  await tenderer.post(`/api/tenders/${tenderId}/base-price`, {
    lot: lot ?? 1,
    commit: basePriceCommit(base),
  });
  return base;
}

/** Opens a base price in the hall with its file. */
export async function openBasePrice(
  host: Client,
  openingId: string,
  base: BasePrice,
): Promise<HallEvents> {
  return host.post<HallEvents>(`/api/openings/${openingId}/base-price`, base);
}

interface HallEvents {
  readonly events: readonly { readonly event: Record<string, unknown> }[];
}
