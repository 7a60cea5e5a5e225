import type { HallEventMessage } from '@contracts';

/** Adds messages by number: repetitions are dropped, order of arrival does not matter. */
export function withMessages(
  known: readonly HallEventMessage[],
  more: readonly HallEventMessage[],
): readonly HallEventMessage[] {
  const fresh = more.filter((one) => !known.some((other) => other.seq === one.seq));
  return fresh.length === 0
    ? known
    : [...known, ...fresh].sort((one, other) => one.seq - other.seq);
}

/** The number up to which nothing is missing. */
export function completeUpTo(messages: readonly HallEventMessage[]): number {
  let seq = 0;
  for (const message of messages) {
    if (message.seq !== seq + 1) break;
    seq = message.seq;
  }
  return seq;
}
