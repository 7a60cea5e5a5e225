import fc from 'fast-check';
import type { Result } from '@core/kernel';
import {
  advance,
  answerObjection,
  beginReading,
  beginSigning,
  closeHall,
  foldHall,
  nextToRead,
  openObjections,
  pauseHall,
  raiseObjection,
  readBid,
  recordUnsealing,
  resumeHall,
  signRecord,
  type Hall,
  type HallEvent,
} from './index';

const closed: HallEvent = {
  kind: 'bids_closed',
  minimum: 3,
  failed: false,
  bids: ['a', 'b', 'c'].map((bidId) => ({ bidId, bidderId: `firm-${bidId}`, bidderName: bidId })),
};

/** Applies commands one after another; each must be accepted. */
function run(commands: readonly ((hall: Hall) => Result<HallEvent>)[]): HallEvent[] {
  const events: HallEvent[] = [closed];
  for (const command of commands) {
    const decided = command(foldHall(events));
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    events.push(decided.value);
  }
  return events;
}

const unsealAll = ['a', 'b', 'c'].map(
  (id) => (hall: Hall) =>
    recordUnsealing(
      hall,
      id,
      id === 'b' ? { ok: false, verdict: 'WRONG_SECRET' } : { ok: true, by: 'bidder' },
    ),
);
const whole = [
  ...unsealAll,
  beginReading,
  (hall: Hall) => readBid(hall, 'a', { price: '1' }),
  (hall: Hall) => readBid(hall, 'c', { price: '2' }),
  openObjections,
  (hall: Hall) => raiseObjection(hall, { id: 'o', byId: 'firm-c', byName: 'c', text: '?' }),
  (hall: Hall) => answerObjection(hall, 'o', '!'),
  beginSigning,
  (hall: Hall) => signRecord(hall, 'firm-a', 'a'),
  closeHall,
];

describe('the hall', () => {
  it('goes from the closed list to the signed record, a failed bid aside', () => {
    const hall = foldHall(run(whole));
    expect(hall).toMatchObject({ phase: 'closed', seq: whole.length + 1 });
    expect(hall.bids.map((bid) => bid.reading)).toEqual([{ price: '1' }, null, { price: '2' }]);
  });

  it('is the same for whoever comes late: any prefix and the rest make the whole', () => {
    const events = run(whole);
    fc.assert(
      fc.property(fc.nat(events.length), (cut) => {
        const late = events.slice(cut).reduce(advance, foldHall(events.slice(0, cut)));
        expect(late).toEqual(foldHall(events));
      }),
    );
  });

  it('shows no content before every bid is opened or failed', () => {
    const hall = foldHall(run(unsealAll.slice(0, 2)));
    expect(beginReading(hall)).toMatchObject({ refusal: { code: 'opening.still_sealed' } });
    expect(readBid(hall, 'a', {})).toMatchObject({ refusal: { code: 'opening.wrong_phase' } });
  });

  it('unseals once, and reads one bid when two press at once', () => {
    const hall = foldHall(run([...unsealAll, beginReading]));
    expect(
      recordUnsealing(foldHall(run(unsealAll)), 'a', { ok: true, by: 'holders' }),
    ).toMatchObject({
      refusal: { code: 'opening.already_unsealed' },
    });
    const after = foldHall(run([...unsealAll, beginReading, (h) => readBid(h, 'a', {})]));
    expect(nextToRead(hall)?.bidId).toBe('a');
    expect(readBid(after, 'a', {}).ok).toBe(false);
  });

  it('waits for answers, and stands still while paused', () => {
    const asked = foldHall(run(whole.slice(0, 8)));
    expect(beginSigning(asked)).toMatchObject({
      refusal: { code: 'opening.unanswered_objections' },
    });
    const paused = foldHall(run([...unsealAll, (hall) => pauseHall(hall, '断电')]));
    expect(beginReading(paused)).toMatchObject({
      refusal: { code: 'opening.paused', params: { reason: '断电' } },
    });
    expect(resumeHall(paused).ok).toBe(true);
    expect(resumeHall(asked).ok).toBe(false);
  });
});
