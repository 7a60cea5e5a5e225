import fc from 'fast-check';
import type { Result } from '@core/kernel';
import {
  advance,
  beginLot,
  beginReading,
  foldHall,
  nextLot,
  nextToRead,
  openObjections,
  readBid,
  recordUnsealing,
  type Hall,
  type HallEvent,
} from './index';

const bid = (bidId: string, lot: number, members?: readonly string[]) => ({
  bidId,
  bidderId: `firm-${bidId}`,
  bidderName: bidId,
  lot,
  ...(members ? { members } : {}),
});
const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 3,
  failed: false,
  lots: [
    { number: 1, title: '一', failed: false },
    { number: 2, title: '二', failed: true },
    { number: 3, title: '三', failed: false },
  ],
  bids: [bid('a1', 1), bid('b1', 1, ['b', 'c']), bid('a2', 2), bid('a3', 3)],
};

function run(commands: readonly ((hall: Hall) => Result<HallEvent>)[]): HallEvent[] {
  const events: HallEvent[] = [closed];
  for (const command of commands) {
    const decided = command(foldHall(events));
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    events.push(decided.value);
  }
  return events;
}

const unsealed = ['a1', 'b1', 'a3'].map(
  (id) => (hall: Hall) => recordUnsealing(hall, id, { ok: true, by: 'bidder' }),
);
const read = (id: string) => (hall: Hall) => readBid(hall, id, { priceFen: id });
const whole = [
  ...unsealed,
  beginReading,
  read('a1'),
  read('b1'),
  (hall: Hall) => beginLot(hall, 3),
  read('a3'),
  openObjections,
];
const after = (count: number): Hall => foldHall(run(whole.slice(0, count)));

describe('a hall with several lots', () => {
  it('reads one lot after another, and none that failed', () => {
    const hall = after(whole.length);
    expect(hall.phase).toBe('objections');
    expect(hall.bids.map(({ reading }) => reading?.priceFen ?? null)).toEqual([
      'a1',
      'b1',
      null,
      'a3',
    ]);
    expect(hall.bids.map(({ lot, members }) => [lot, members])).toEqual([
      [1, []],
      [1, ['b', 'c']],
      [2, []],
      [3, []],
    ]);
  });

  it('never opens a bid of a failed lot, and does not wait for one', () => {
    const hall = foldHall([closed]);
    expect(recordUnsealing(hall, 'a2', { ok: true, by: 'bidder' })).toMatchObject({
      refusal: { code: 'opening.lot_failed', params: { lot: 2 } },
    });
    expect(hall.bids[2]?.unsealing).toEqual({ state: 'returned' });
    expect(beginReading(after(3)).ok).toBe(true);
  });

  it('says which lot is read, and goes on only when the host says so', () => {
    expect(after(3).lot).toBeNull();
    expect(nextLot(after(3))).toBeNull();
    const first = after(4);
    expect([first.lot, nextLot(first), nextToRead(first)?.bidId]).toEqual([1, 3, 'a1']);
    expect(beginLot(first, 3)).toMatchObject({ refusal: { code: 'opening.unread_bids' } });
    const done = after(6);
    expect(openObjections(done)).toMatchObject({ refusal: { code: 'opening.unread_bids' } });
    expect(readBid(done, 'a3', {})).toMatchObject({ refusal: { code: 'opening.lot_not_begun' } });
    expect(beginLot(done, 2)).toMatchObject({ refusal: { code: 'opening.no_next_lot' } });
    expect(beginLot(after(7), 3)).toMatchObject({ refusal: { code: 'opening.no_next_lot' } });
    expect(beginLot(after(3), 1)).toMatchObject({ refusal: { code: 'opening.wrong_phase' } });
    expect([after(7).lot, nextLot(after(7))]).toEqual([3, null]);
  });

  it('is the same for whoever comes late', () => {
    const events = run(whole);
    fc.assert(
      fc.property(fc.nat(events.length), (cut) => {
        const late = events.slice(cut).reduce(advance, foldHall(events.slice(0, cut)));
        expect(late).toEqual(foldHall(events));
      }),
    );
  });

  it('has one lot where nothing is said of lots', () => {
    const { lots: _, ...one } = closed;
    const hall = foldHall([{ ...one, bids: [{ bidId: 'a', bidderId: 'f', bidderName: 'a' }] }]);
    expect(hall.lots).toEqual([{ number: 1, title: '', failed: false }]);
    expect(hall.bids[0]).toMatchObject({ lot: 1, members: [] });
  });
});
