import { DAY, HOUR, MINUTE, SECOND, type Instant } from '@core/kernel';
import { legalDate, startOfDate } from '@core/rules';
import type { VoiceOutcome } from './outcomes';

/** How an installation calls people. All numbers are data: milliseconds, counts, and hours of the Beijing day. */
export interface CallPolicy {
  /** From the invitation to the first call. */
  readonly firstCallAfterMs: number;
  /** Unanswered calls after which the next person is asked. */
  readonly attempts: number;
  /** Pause after the first unanswered call, the second, and so on; the last one goes for all that follow. */
  readonly retryAfterMs: readonly number[];
  /** Failures of the gateway after which it is left alone and somebody is told. */
  readonly gatewayErrors: number;
  readonly gatewayRetryMs: number;
  /** Nobody is rung before this hour, or from the other one on. */
  readonly fromHour: number;
  readonly untilHour: number;
  /** Calls to one number, as the large carriers limit them too: 1 a minute, 5 an hour, 20 a day. */
  readonly gapMs: number;
  readonly perHour: number;
  readonly perDay: number;
  readonly ringTimeoutMs: number;
  readonly keyTimeoutMs: number;
  readonly repeats: number;
  readonly maxCallMs: number;
}

export const DEFAULT_CALL_POLICY: CallPolicy = {
  firstCallAfterMs: 0,
  attempts: 3,
  retryAfterMs: [2 * MINUTE, 5 * MINUTE],
  gatewayErrors: 5,
  gatewayRetryMs: 30 * SECOND,
  fromHour: 8,
  untilHour: 21,
  gapMs: MINUTE,
  perHour: 5,
  perDay: 20,
  ringTimeoutMs: 45 * SECOND,
  keyTimeoutMs: 8 * SECOND,
  repeats: 1,
  maxCallMs: 3 * MINUTE,
};

type Bounds = Readonly<
  Record<Exclude<keyof CallPolicy, 'retryAfterMs'>, readonly [number, number]>
>;

const BOUNDS: Bounds = {
  firstCallAfterMs: [0, DAY],
  attempts: [1, 10],
  gatewayErrors: [1, 20],
  gatewayRetryMs: [0, HOUR],
  fromHour: [0, 23],
  untilHour: [1, 24],
  gapMs: [0, HOUR],
  perHour: [1, 60],
  perDay: [1, 200],
  ringTimeoutMs: [50, 2 * MINUTE],
  keyTimeoutMs: [50, MINUTE],
  repeats: [0, 4],
  maxCallMs: [1_000, 10 * MINUTE],
};

function isWithin(value: unknown, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/**
 * The policy of an installation: the default with what a JSON object changes of it; empty text changes nothing.
 * Throws an Error that names the first field that is unknown or out of its bounds.
 */
export function callPolicy(text: string): CallPolicy {
  const changes = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(changes)) {
    if (name === 'retryAfterMs') {
      const pauses: readonly unknown[] = Array.isArray(value) ? value : [];
      if (pauses.length === 0 || !pauses.every((one) => isWithin(one, [0, 6 * HOUR]))) {
        throw new Error('retryAfterMs: expected a list of whole milliseconds up to six hours');
      }
    } else {
      const bounds = (BOUNDS as Readonly<Record<string, readonly [number, number]>>)[name];
      if (bounds === undefined) throw new Error(`${name} is no part of a call policy`);
      if (!isWithin(value, bounds)) {
        throw new Error(`${name}: expected a whole number from ${bounds[0]} to ${bounds[1]}`);
      }
    }
  }
  const policy = { ...DEFAULT_CALL_POLICY, ...changes };
  if (policy.fromHour >= policy.untilHour) throw new Error('fromHour must be before untilHour');
  return policy;
}

/** A call that has ended. */
export interface EndedCall {
  readonly outcome: VoiceOutcome;
  readonly key: string | null;
  readonly endedAt: Instant;
  /** Whether an operator asked for it: then it takes nothing away from the policy's own attempts. */
  readonly byHand: boolean;
}

/** What is to be done about somebody who has been invited. */
export type CallStep =
  | { readonly type: 'call'; readonly at: Instant }
  | { readonly type: 'accepted' | 'declined' }
  /** Asked as often as the policy says, or a number that is none: the next of the drawn order follows. */
  | { readonly type: 'give-up'; readonly because: 'no_answer' | 'invalid_number' }
  /** The gateway fails: nobody loses a seat for that. Somebody is told, and calls go on by hand. */
  | { readonly type: 'halt' };

const UNCOUNTED: readonly VoiceOutcome[] = ['GATEWAY_ERROR', 'CANCELLED'];

/**
 * The next step after the calls so far, oldest first. `dialled`: when the same number was dialled at all, by whatever
 * panel. A refused call is not a declined invitation: only its key is (`2`, pressed twice).
 */
export function nextCallStep(
  calls: readonly EndedCall[],
  dialled: readonly Instant[],
  now: Instant,
  policy: CallPolicy,
): CallStep {
  const last = calls.at(-1);
  if (last?.outcome === 'KEY') return { type: last.key === '1' ? 'accepted' : 'declined' };
  if (last?.outcome === 'INVALID_NUMBER') return { type: 'give-up', because: 'invalid_number' };
  const counted = calls.filter((one) => !one.byHand && !UNCOUNTED.includes(one.outcome));
  if (counted.length >= policy.attempts) return { type: 'give-up', because: 'no_answer' };
  const sinceHand = calls.slice(calls.findLastIndex((one) => one.byHand) + 1);
  const errors = sinceHand.filter((one) => one.outcome === 'GATEWAY_ERROR').length;
  if (errors >= policy.gatewayErrors) return { type: 'halt' };
  const from = last === undefined ? now : last.endedAt + pauseAfter(last, counted.length, policy);
  return { type: 'call', at: callableFrom(Math.max(now, from), dialled, policy) };
}

function pauseAfter(last: EndedCall, counted: number, policy: CallPolicy): number {
  if (UNCOUNTED.includes(last.outcome)) return policy.gatewayRetryMs;
  return policy.retryAfterMs[Math.max(0, counted - 1)] ?? policy.retryAfterMs.at(-1) ?? 0;
}

/** The first instant from `at` on at which a number may be rung: inside the hours, and not too often. */
export function callableFrom(
  at: Instant,
  dialled: readonly Instant[],
  policy: CallPolicy,
): Instant {
  let found = at;
  for (;;) {
    const next = laterByCaps(withinHours(found, policy), dialled, policy);
    if (next === found) return found;
    found = next;
  }
}

/** The instant itself inside the calling hours, else when they begin next. */
export function withinHours(at: Instant, { fromHour, untilHour }: CallPolicy): Instant {
  const day = startOfDate(legalDate(at));
  if (at < day + fromHour * HOUR) return day + fromHour * HOUR;
  return at < day + untilHour * HOUR ? at : day + DAY + fromHour * HOUR;
}

function laterByCaps(at: Instant, dialled: readonly Instant[], policy: CallPolicy): Instant {
  const before = dialled.filter((one) => one <= at).sort((one, other) => other - one);
  const [latest] = before;
  const ofHour = before[policy.perHour - 1];
  const day = startOfDate(legalDate(at));
  const ofDay = before[policy.perDay - 1];
  return Math.max(
    at,
    latest === undefined ? 0 : latest + policy.gapMs,
    ofHour === undefined ? 0 : ofHour + HOUR,
    ofDay === undefined || ofDay < day ? 0 : day + DAY,
  );
}

/** The end of a time to answer that runs in calling hours only: nobody is passed over in his sleep. */
export function answerableUntil(from: Instant, ms: number, policy: CallPolicy): Instant {
  let at = withinHours(from, policy);
  let left = ms;
  for (;;) {
    const end = startOfDate(legalDate(at)) + policy.untilHour * HOUR;
    if (at + left <= end) return at + left;
    left -= end - at;
    at = withinHours(end, policy);
  }
}
