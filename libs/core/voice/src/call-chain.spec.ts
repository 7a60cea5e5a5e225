import fc from 'fast-check';
import { CALL_CHAIN_BEGINS, callEventDigest, verifyCallChain, type CallEvent } from './index';

const event = (seq: number, ms: number): CallEvent => ({
  seq,
  callId: 'call',
  attempt: 1,
  type: 'PLAY',
  what: 'invitation',
  key: '',
  ms,
  at: '2026-03-05T01:30:00.000Z',
});

function chain(times: readonly number[]) {
  let head = CALL_CHAIN_BEGINS;
  return times.map((ms, seq) => {
    const previous = head;
    head = callEventDigest(previous, event(seq, ms));
    return { ...event(seq, ms), previous, digest: head };
  });
}

describe('the chain of call events', () => {
  it('holds, and breaks where an event is changed, lost or moved', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 12 }), fc.nat(), (ms, n) => {
        const events = chain(ms);
        expect(verifyCallChain(events)).toEqual({ ok: true, head: events.at(-1)?.digest });
        const at = n % events.length;
        const changed = events.map((one, i) => (i === at ? { ...one, ms: one.ms + 1 } : one));
        expect(verifyCallChain(changed)).toEqual({ ok: false, at });
        const without = events.filter((_, i) => i !== at);
        const isLast = at === events.length - 1;
        expect(verifyCallChain(without).ok).toBe(isLast);
      }),
    );
    expect(verifyCallChain([])).toEqual({ ok: true, head: CALL_CHAIN_BEGINS });
  });
});
