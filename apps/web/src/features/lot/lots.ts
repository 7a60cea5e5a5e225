import type { TenderDetail } from '../../shared/api/wire';
import type { Translate } from '../../shared/i18n/catalogue';

/** A lot as the public page tells it. */
export type Lot = TenderDetail['lots'][number];

/** Whether anything is said of lots: a tender of one lot looks as if there were none. */
export function isDivided(tender: Pick<TenderDetail, 'lots'>): boolean {
  return tender.lots.length > 1;
}

/** `第2标段　桥涵` */
export function lotName(
  t: Translate,
  { number, title }: { number: number; title: string },
): string {
  return t('lot.name', { number, title });
}

/** The tender as the bidder of one lot sees it: with that lot's ceiling. */
export function ofLot(tender: TenderDetail, number: number): TenderDetail {
  const lot = tender.lots.find((one) => one.number === number);
  return lot === undefined ? tender : { ...tender, ceilingFen: lot.ceilingFen };
}

/** Rows in groups of one lot, in the order of the lots. */
export function byLot<T extends { readonly lot: number }>(
  rows: readonly T[],
): readonly { readonly lot: number; readonly rows: readonly T[] }[] {
  const numbers = [...new Set(rows.map(({ lot }) => lot))].sort((one, other) => one - other);
  return numbers.map((lot) => ({ lot, rows: rows.filter((row) => row.lot === lot) }));
}
