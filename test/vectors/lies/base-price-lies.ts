import { fen } from '@core/kernel';
import { basePrice, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import { testSeed, type Line } from '../lying-operator';
import { told, type Told } from './lie';
import { everySize, insert, is, record } from './moves';

const BASE = 'base price';
const SCOPE = 'T2026-0001';
const IN_TIME = '2023-08-23T14:59:30Z';
const closedIs = is('bids.closed');
const bidIs = is('bid.submitted', { bid: 'B1' });
const endIs = is('tender.closed');

const price = (amount: number, tender = SCOPE): BasePrice =>
  basePrice(tender, null, fen(amount), testSeed('base-price'));
const SEALED = price(357_954_600);

function seals(base: BasePrice, at = IN_TIME): Line {
  return record('base_price.sealed', { tender: SCOPE, commit: basePriceCommit(base) }, at);
}
const opens = (base: BasePrice): Line => record('base_price.opened', base, '2023-08-23T16:02:12Z');

type Place = readonly [before: ReturnType<typeof is>, line: Line];

/** The log with several lines put in, each before the first of its records. */
function inserted(...places: readonly Place[]): Line[] {
  return places.reduce<Line[]>(
    (all, [before, line]) => {
      const at = all.findIndex((one) => one.record && before(one.record));
      return [...all.slice(0, at), line, ...all.slice(at)];
    },
    insert(endIs, record('notice.seen', {})),
  );
}

const lie = (cheat: string, reason: string, ...places: readonly Place[]): Told =>
  told(BASE, cheat, `base_prices: ${reason}`, () => inserted(...places), everySize);

/** A log with a base price that was sealed and opened as it should be, and one where it never was opened. */
export const HONEST_BASE_PRICES = {
  opened: (): Line[] => inserted([bidIs, seals(SEALED)], [endIs, opens(SEALED)]),
  kept: (): Line[] => inserted([bidIs, seals(SEALED)]),
} as const;

/** Lies about the base price (docs/protocols/sealed-bid.md, 5). */
export const BASE_PRICE_LIES: readonly Told[] = [
  lie(
    'another base price is announced than was sealed',
    'base_price_not_sealed',
    [bidIs, seals(SEALED)],
    [endIs, opens(price(300_000_000))],
  ),
  lie('a base price is announced that nobody sealed', 'base_price_not_sealed', [
    endIs,
    opens(SEALED),
  ]),
  lie(
    'two base prices are sealed, to choose from when the bids are known',
    'base_price_twice',
    [bidIs, seals(SEALED)],
    [bidIs, seals(price(300_000_000))],
  ),
  lie(
    'the base price is opened before the closing',
    'base_price_early',
    [bidIs, seals(SEALED)],
    [closedIs, opens(SEALED)],
  ),
  lie(
    'the base price is opened while a bid is still sealed',
    'base_price_early',
    [bidIs, seals(SEALED)],
    [is('opening.opened', { bid: 'B3' }), opens(SEALED)],
  ),
  lie('the base price is sealed when the bids are closed', 'base_price_late', [
    endIs,
    seals(SEALED),
  ]),
  lie('the base price is sealed after the deadline', 'base_price_late', [
    closedIs,
    seals(SEALED, '2023-08-23T16:30:00Z'),
  ]),
  lie(
    'the base price is opened twice',
    'base_price_opened_twice',
    [bidIs, seals(SEALED)],
    [endIs, opens(SEALED)],
    [endIs, opens(SEALED)],
  ),
  lie('the base price is that of another tender', 'base_price_of_another', [
    bidIs,
    record(
      'base_price.sealed',
      { tender: 'T2026-0002', commit: basePriceCommit(price(1, 'T2026-0002')) },
      IN_TIME,
    ),
  ]),
  told(
    BASE,
    'a second base price is sealed where the tender’s chain does not show it',
    'records: in_another_scope',
    () =>
      insert(
        bidIs,
        record(
          'base_price.sealed',
          { tender: SCOPE, commit: basePriceCommit(price(1)) },
          IN_TIME,
          'platform',
        ),
      ),
    everySize,
  ),
  lie('the base price is sealed for a lot that is not there', 'base_price_of_another', [
    bidIs,
    record(
      'base_price.sealed',
      { tender: SCOPE, lot: 2, commit: basePriceCommit(SEALED) },
      IN_TIME,
    ),
  ]),
];
