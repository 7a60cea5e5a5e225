import fc from 'fast-check';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '@core/kernel';
import { legalDate, startOfDate } from '@core/rules';
import {
  answerableUntil,
  callableFrom,
  callPolicy,
  DEFAULT_CALL_POLICY,
  nextCallStep,
  VOICE_OUTCOMES,
  type CallPolicy,
  type CallStep,
  type EndedCall,
  type VoiceOutcome,
} from './index';

const policy = DEFAULT_CALL_POLICY;
/** Thursday 5 March 2026, Beijing. */
const MIDNIGHT = startOfDate('2026-03-05');
const NOON = MIDNIGHT + 12 * HOUR;

const ended = (outcome: VoiceOutcome, endedAt = NOON, key: string | null = null): EndedCall => ({
  outcome,
  key,
  endedAt,
  byHand: false,
});
const after = (outcomes: readonly VoiceOutcome[], now = NOON): CallStep =>
  nextCallStep(
    outcomes.map((outcome) => ended(outcome)),
    [],
    now,
    policy,
  );

const anInstant = fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 3 * DAY });
const anOutcome = fc.constantFrom(...VOICE_OUTCOMES.filter((one) => one !== 'KEY'));
const isCallingHour = (at: Instant, { fromHour, untilHour }: CallPolicy): boolean => {
  const hour = (at - startOfDate(legalDate(at))) / HOUR;
  return hour >= fromHour && hour < untilHour;
};

describe('the next step', () => {
  it('is a first call now, and after an answer what the key says', () => {
    expect(after([])).toEqual({ type: 'call', at: NOON });
    expect(nextCallStep([ended('KEY', NOON, '1')], [], NOON, policy)).toEqual({ type: 'accepted' });
    expect(nextCallStep([ended('KEY', NOON, '2')], [], NOON, policy)).toEqual({ type: 'declined' });
  });

  it('is another call after two minutes, then after five, then the next person', () => {
    expect(after(['NO_ANSWER'])).toEqual({ type: 'call', at: NOON + 2 * MINUTE });
    expect(after(['NO_ANSWER', 'BUSY'])).toEqual({ type: 'call', at: NOON + 5 * MINUTE });
    expect(after(['NO_ANSWER', 'BUSY', 'NO_KEY'])).toEqual({
      type: 'give-up',
      because: 'no_answer',
    });
  });

  it('does not take a refused call for a declined invitation', () => {
    expect(after(['REJECTED']).type).toBe('call');
  });

  it('gives a number up at once that is none', () => {
    expect(after(['INVALID_NUMBER'])).toEqual({ type: 'give-up', because: 'invalid_number' });
  });

  it('never counts a failure of the gateway, stops after five, and goes on when somebody calls by hand', () => {
    const errors = Array.from({ length: 4 }, () => ended('GATEWAY_ERROR'));
    expect(nextCallStep(errors, [], NOON, policy)).toEqual({
      type: 'call',
      at: NOON + 30 * SECOND,
    });
    const five = [...errors, ended('GATEWAY_ERROR')];
    expect(nextCallStep(five, [], NOON, policy)).toEqual({ type: 'halt' });
    const hand = { ...ended('NO_ANSWER'), byHand: true };
    expect(nextCallStep([...five, hand], [], NOON, policy).type).toBe('call');
  });

  it('counts as many unanswered calls as the policy says, whatever else happened in between', () => {
    fc.assert(
      fc.property(fc.array(anOutcome, { maxLength: 30 }), anInstant, (outcomes, now) => {
        const calls: EndedCall[] = [];
        for (const outcome of outcomes) {
          const step = nextCallStep(calls, [], now, policy);
          if (step.type !== 'call') break;
          calls.push(ended(outcome, step.at));
        }
        const lost = calls.filter(({ outcome }) => !/ERROR|CANCELLED/.test(outcome));
        const errors = calls.filter(({ outcome }) => outcome === 'GATEWAY_ERROR');
        expect(lost.length).toBeLessThanOrEqual(policy.attempts);
        expect(errors.length).toBeLessThanOrEqual(policy.gatewayErrors);
        const step = nextCallStep(calls, [], now, policy);
        if (step.type === 'give-up' && step.because === 'no_answer') {
          expect(lost).toHaveLength(policy.attempts);
        }
      }),
    );
  });

  it('never rings outside the hours, nor a number more often than the caps allow', () => {
    const dialledBefore = fc.array(anInstant, { maxLength: 30 });
    fc.assert(
      fc.property(anInstant, dialledBefore, (now, before) => {
        const at = callableFrom(now, before, policy);
        expect(at).toBeGreaterThanOrEqual(now);
        expect(isCallingHour(at, policy)).toBe(true);
        const done = before.filter((one) => one <= at);
        expect(done.filter((one) => one > at - policy.gapMs)).toHaveLength(0);
        expect(done.filter((one) => one > at - HOUR).length).toBeLessThan(policy.perHour);
        const today = done.filter((one) => legalDate(one) === legalDate(at));
        expect(today.length).toBeLessThan(policy.perDay);
      }),
    );
  });

  it('waits for the morning', () => {
    expect(callableFrom(MIDNIGHT + 21 * HOUR, [], policy)).toBe(MIDNIGHT + 32 * HOUR);
    expect(callableFrom(MIDNIGHT + 21 * HOUR - 1, [], policy)).toBe(MIDNIGHT + 21 * HOUR - 1);
    expect(callableFrom(MIDNIGHT + 7 * HOUR, [], policy)).toBe(MIDNIGHT + 8 * HOUR);
  });
});

describe('a time to answer', () => {
  it.each([
    ['runs by day', 12 * HOUR, 12.5 * HOUR],
    ['begins in the morning', 5 * HOUR, 8.5 * HOUR],
    ['pauses over the night', 20 * HOUR + 50 * MINUTE, 32 * HOUR + 20 * MINUTE],
  ])('%s', (_, from, until) => {
    expect(answerableUntil(MIDNIGHT + from, 30 * MINUTE, policy)).toBe(MIDNIGHT + until);
  });
});

describe('the policy of an installation', () => {
  it('is the default with what is changed of it', () => {
    expect(callPolicy('')).toEqual(policy);
    expect(callPolicy('{"attempts":2,"retryAfterMs":[1000]}')).toEqual({
      ...policy,
      attempts: 2,
      retryAfterMs: [1000],
    });
  });

  it.each([
    ['{"attempt":2}', 'attempt is no part'],
    ['{"attempts":0}', 'attempts: expected'],
    ['{"attempts":"2"}', 'attempts: expected'],
    ['{"retryAfterMs":[]}', 'retryAfterMs'],
    ['{"retryAfterMs":3}', 'retryAfterMs'],
    ['{"fromHour":21}', 'fromHour must be before'],
    ['attempts=2', 'JSON'],
  ])('refuses %s', (text, why) => {
    expect(() => callPolicy(text)).toThrow(why);
  });
});
