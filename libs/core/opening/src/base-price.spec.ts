import { fen } from '@core/kernel';
import { basePrice, basePriceCommit, type BasePrice } from '@core/sealed-bid';
import {
  advance,
  foldHall,
  mayOpenBasePrices,
  openBasePrice,
  sealedBasePrices,
  type Hall,
  type HallEvent,
} from './index';

const base = (lot: number, price = 1_000_000 * lot): BasePrice =>
  basePrice('T', lot, fen(price), new Uint8Array(32).fill(lot));
const nothing: BasePrice = { tender: 'T', lot: 3, price: '0.00', nonce: '00'.repeat(32) };
const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 1,
  failed: false,
  lots: [1, 2, 3, 4].map((number) => ({ number, title: '', failed: number === 2 })),
  basePrices: [base(1), base(2), nothing].map((one) => ({
    lot: one.lot!,
    commit: basePriceCommit(one),
  })),
  bids: [{ bidId: 'a', bidderId: 'firm-a', bidderName: 'a', lot: 1 }],
};
const unsealed: HallEvent = { kind: 'bid_unsealed', bidId: 'a', by: 'bidder' };
const reading = foldHall([closed, unsealed, { kind: 'reading_began' }]);
const objecting = advance(reading, { kind: 'objections_opened' });

function opened(hall: Hall, price: BasePrice): Hall {
  const decided = openBasePrice(hall, 'T', price);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return advance(hall, decided.value);
}

describe('the base price in the hall', () => {
  it('is what was sealed, from the reading until the signing', () => {
    for (const hall of [reading, objecting]) {
      expect(mayOpenBasePrices(hall)).toBe(true);
      expect(sealedBasePrices(hall).map(({ lot }) => lot)).toEqual([1, 3]);
      const after = opened(hall, base(1));
      expect(after.basePrices[0]!.opened).toEqual({
        price: '10000.00',
        nonce: '01'.repeat(32),
      });
      expect(sealedBasePrices(after).map(({ lot }) => lot)).toEqual([3]);
    }
  });

  it.each([
    ['before the bids are open', foldHall([closed, unsealed]), base(1), 'opening.wrong_phase'],
    [
      'while the record is signed',
      advance(objecting, { kind: 'signing_began' }),
      base(1),
      'opening.wrong_phase',
    ],
    ['in a pause', advance(reading, { kind: 'paused', reason: '' }), base(1), 'opening.paused'],
    ['twice', opened(reading, base(1)), base(1), 'base_price.opened_already'],
    ['for a lot that failed', reading, base(2), 'opening.lot_failed'],
    ['where none was sealed', reading, base(4), 'base_price.none'],
    ['as another amount', reading, base(1, 999), 'base_price.mismatch'],
    ['as nothing, though that was sealed', reading, nothing, 'base_price.mismatch'],
    ['from another tender', reading, { ...base(1), tender: 'U' }, 'base_price.mismatch'],
    ['from the file of no lot', reading, { ...base(1), lot: undefined }, 'base_price.mismatch'],
  ])('is not opened %s', (_when, hall, price, code) => {
    expect(openBasePrice(hall, 'T', price as BasePrice)).toMatchObject({ refusal: { code } });
  });

  it('stays sealed without harm', () => {
    const end = foldHall([closed, unsealed, { kind: 'reading_began' }, { kind: 'closed' }]);
    expect(end.basePrices.map((one) => one.opened)).toEqual([null, null, null]);
    expect(foldHall([{ ...closed, basePrices: [] }]).basePrices).toEqual([]);
  });
});
