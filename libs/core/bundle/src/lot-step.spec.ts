import type { Bid } from '@core/sealed-bid';
import type { ClosedBids } from './bid-steps';
import { BundleFault, Findings, type Bundle } from './bundle';
import { isOfFailedLot, verifyFailedLots } from './lot-step';
import type { VerifiedLog } from './log-steps';

const bundle = { scope: 'T' } as Bundle;
const bid = (id: string, lot?: number): Bid => ({ bid: id, lot }) as unknown as Bid;
const objects = new Map(
  [bid('a', 1), bid('b', 1), bid('c', 1), bid('d', 2), bid('e', 2)].map((one) => [one.bid, one]),
);
const closed = {
  index: 5,
  opening: { lots: [1, 2, 3] },
  bids: [...objects.keys()].map((id) => ({ bid: id, bidHash: '' })),
  objects,
  failedLots: new Set<number>(),
} as unknown as ClosedBids;

function failing(...said: { at?: number; body: object }[]): ClosedBids | null {
  const records = said.map(({ at = 6, body }) => ({
    index: at,
    record: { type: 'lot.failed', scope: 'T', body: { tender: 'T', minimum: 3, ...body } },
  }));
  const log = { records } as unknown as VerifiedLog;
  return verifyFailedLots(bundle, log, closed, new Findings(() => undefined));
}

describe('lots that failed with too few bids', () => {
  it('are those that are said, with as many bids as the list has for them', () => {
    const after = failing({ body: { lot: 2, bids: 2 } }, { body: { lot: 3, bids: 0 } });
    expect([...(after?.failedLots ?? [])]).toEqual([2, 3]);
    expect(isOfFailedLot(after!, objects.get('d'))).toBe(true);
    expect(isOfFailedLot(after!, objects.get('a'))).toBe(false);
    expect(isOfFailedLot(after!, bid('x'))).toBe(false);
    expect(failing()?.failedLots.size).toBe(0);
  });

  it.each([
    ['a lot with enough bids', { body: { lot: 1, bids: 3 } }],
    ['another number of bids', { body: { lot: 2, bids: 1 } }],
    ['a lot the tender has not', { body: { lot: 4, bids: 0 } }],
    ['another tender', { body: { tender: 'U', lot: 2, bids: 2 } }],
    ['a moment before the closing', { at: 4, body: { lot: 2, bids: 2 } }],
  ])('cannot be said of %s', (_what, said) => {
    expect(() => failing(said)).toThrow(BundleFault);
  });

  it('are said once', () => {
    const said = { body: { lot: 2, bids: 2 } };
    expect(() => failing(said, said)).toThrow(BundleFault);
  });
});
