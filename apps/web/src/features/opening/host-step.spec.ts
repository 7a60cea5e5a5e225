import { foldHall, type HallEvent } from '@core/opening';
import { hostStep } from './host-step';

const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 1,
  failed: false,
  bids: ['a', 'b'].map((bidId) => ({ bidId, bidderId: bidId, bidderName: bidId })),
};
const unseal = (bidId: string): HallEvent => ({ kind: 'bid_unsealed', bidId, by: 'bidder' });
const step = (events: readonly HallEvent[], over = false) =>
  hostStep(foldHall([closed, ...events]), over);

describe('the one command of the host', () => {
  it('waits for keys, and offers absence only after the window', () => {
    expect(step([unseal('a')])).toEqual({ kind: 'wait' });
    expect(step([unseal('a')], true)).toEqual({ kind: 'absent', sealed: 1 });
  });

  it('reads one bid after the other, then opens the floor', () => {
    const all: HallEvent[] = [unseal('a'), unseal('b'), { kind: 'reading_began' }];
    expect(step(all.slice(0, 2))).toEqual({ kind: 'begin_reading' });
    expect(step(all)).toEqual({ kind: 'read_bid', bidId: 'a', name: 'a', at: 1 });
    const read = (bidId: string): HallEvent => ({ kind: 'bid_read', bidId, reading: {} });
    expect(step([...all, read('a'), read('b')])).toEqual({ kind: 'open_objections' });
  });

  it('announces every lot before it is read', () => {
    const lots = [1, 2].map((number) => ({ number, title: '', failed: false }));
    const bids = closed.bids.map((bid, at) => ({ ...bid, lot: at + 1 }));
    const divided = (...events: HallEvent[]) =>
      hostStep(foldHall([{ ...closed, lots, bids }, unseal('a'), unseal('b'), ...events]), false);
    const began: HallEvent = { kind: 'reading_began' };
    const read = (bidId: string): HallEvent => ({ kind: 'bid_read', bidId, reading: {} });
    expect(divided(began)).toMatchObject({ kind: 'read_bid', bidId: 'a' });
    expect(divided(began, read('a'))).toEqual({ kind: 'begin_lot', lot: 2 });
    const second: HallEvent = { kind: 'lot_began', lot: 2 };
    expect(divided(began, read('a'), second)).toMatchObject({ kind: 'read_bid', bidId: 'b' });
    expect(divided(began, read('a'), second, read('b'))).toEqual({ kind: 'open_objections' });
  });

  it('asks for answers before the signing, and offers nothing but going on while paused', () => {
    const asked: HallEvent[] = [
      { kind: 'objections_opened' },
      { kind: 'objection_raised', id: 'o', byId: 'a', byName: 'a', text: '?' },
    ];
    expect(step(asked)).toEqual({ kind: 'answer_first' });
    expect(step([...asked, { kind: 'paused', reason: '断电' }])).toEqual({ kind: 'resume' });
  });
});
