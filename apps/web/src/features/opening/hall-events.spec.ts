import type { HallEventMessage } from '@contracts';
import { completeUpTo, withMessages } from './hall-events';

const message = (seq: number): HallEventMessage => ({
  openingId: 'o',
  seq,
  at: '2026-12-08T01:30:00.000Z',
  event: { kind: 'resumed' },
});

describe('messages of a hall', () => {
  it('come together in order, once each', () => {
    const all = withMessages(withMessages([], [message(3), message(1)]), [message(1), message(2)]);
    expect(all.map((one) => one.seq)).toEqual([1, 2, 3]);
  });

  it('are complete only up to the first hole', () => {
    expect(completeUpTo([message(1), message(2), message(4)])).toBe(2);
    expect(completeUpTo([message(2)])).toBe(0);
  });
});
