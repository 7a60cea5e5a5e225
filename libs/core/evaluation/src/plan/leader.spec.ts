import fc from 'fast-check';
import { countElection, mayReport, voteForLeader, type Elector } from '../index';

const panel = (...votes: (number | null)[]): readonly Elector[] =>
  votes.map((votedFor, at) => ({ seat: at + 1, votedFor }));
const code = (made: { ok: boolean; refusal?: { code: string } }): unknown =>
  made.ok ? null : made.refusal?.code;

describe('the election of a panel’s leader', () => {
  it('is decided by more than half of the seats, as soon as they are there', () => {
    expect(countElection(5, panel(2, 2, null, null, null))).toEqual({ state: 'open', missing: 3 });
    expect(countElection(5, panel(2, 2, 2, null, null))).toEqual({
      state: 'elected',
      seat: 2,
      votes: 3,
    });
    expect(countElection(5, panel(2, 2, 1, 1, 3))).toEqual({ state: 'tied' });
    expect(countElection(4, panel(2, 2, 1, 1))).toEqual({ state: 'tied' });
  });

  it('never elects two, and never somebody without a majority', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 7, maxLength: 7 }),
        (votes) => {
          const counted = countElection(7, panel(...votes));
          const most = Math.max(
            ...[1, 2, 3, 4, 5, 6, 7].map((seat) => votes.filter((one) => one === seat).length),
          );
          expect(counted.state).toBe(most > 3 ? 'elected' : 'tied');
        },
      ),
    );
  });

  it('takes one vote a round from each, for a seat there is', () => {
    const first = voteForLeader(panel(null, null, null), 1, 3);
    expect(first).toEqual({ ok: true, value: panel(3, null, null) });
    expect(code(voteForLeader(panel(3, null, null), 1, 2))).toBe('evaluation.leader_voted');
    expect(code(voteForLeader(panel(null, null), 1, 9))).toBe('evaluation.leader_unknown');
  });

  it('leaves the report to whom it elects; without one to anybody', () => {
    expect(mayReport(null, 2)).toEqual({ ok: true, value: true });
    expect(code(mayReport(1, 2))).toBe('evaluation.leader_reports');
    expect(mayReport(1, 1)).toEqual({ ok: true, value: true });
  });
});
