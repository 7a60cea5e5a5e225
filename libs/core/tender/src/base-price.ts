import {
  accept,
  refuse,
  type Instant,
  type LawBasis,
  type Refusal,
  type Result,
} from '@core/kernel';
import { lawOf, legalDate, ruleFor, type RuleSet } from '@core/rules';
import { takeBeforeDeadline, type TenderRefusal } from './decisions';
import { lotOf, type Lot, type LotRefusal } from './lot';
import { takesSealedBids, type Tender } from './tender';

/** Why a base price cannot be sealed. */
export type BasePriceRefusal =
  Refusal<'base_price.no_sealed_bids' | 'base_price.sealed_already'> | LotRefusal | TenderRefusal;

/** The rule that there is one base price, and that it is secret; null under a regime that does not know it. */
export function basePriceLaw(
  set: RuleSet,
  tender: Pick<Tender, 'regime'>,
  at: Instant,
): LawBasis | null {
  const rule = ruleFor(set, 'single-baseline-secret', tender.regime, legalDate(at));
  return rule ? lawOf(rule) : null;
}

/**
 * Whether the base price (标底) of a lot may be sealed: where bids are sealed, from publication to the deadline, once for
 * each lot (Implementing Regulations art. 27). `sealed` are the lots that have one.
 */
export function sealBasePrice(
  tender: Tender,
  {
    lots,
    sealed,
    set,
  }: {
    readonly lots: readonly Lot[];
    readonly sealed: readonly number[];
    readonly set: RuleSet;
  },
  number: number,
  arrivedAt: Instant,
): Result<true, BasePriceRefusal> {
  if (!takesSealedBids(tender.method)) return refuse('base_price.no_sealed_bids');
  const inTime = takeBeforeDeadline(tender, arrivedAt, set);
  if (!inTime.ok) return inTime;
  const lot = lotOf(lots, number);
  if (!lot.ok) return lot;
  return sealed.includes(number)
    ? refuse(
        'base_price.sealed_already',
        { lot: number },
        basePriceLaw(set, tender, arrivedAt) ?? undefined,
      )
    : accept(true);
}
