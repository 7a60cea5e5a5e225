const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type CountUnit = 'day' | 'hour' | 'minute' | 'second';

/** One figure of a countdown with its unit. */
export interface CountPart {
  readonly value: number;
  readonly unit: CountUnit;
}

/** Above a day: days, hours, minutes; below: hours, minutes; under an hour: minutes, seconds. */
export function countdownParts(remaining: number): readonly CountPart[] {
  const left = Math.max(0, remaining);
  const day = { value: Math.floor(left / DAY), unit: 'day' } as const;
  const hour = { value: Math.floor((left % DAY) / HOUR), unit: 'hour' } as const;
  const minute = { value: Math.floor((left % HOUR) / MINUTE), unit: 'minute' } as const;
  const second = { value: Math.floor((left % MINUTE) / SECOND), unit: 'second' } as const;
  if (left >= DAY) return [day, hour, minute];
  return left >= HOUR ? [hour, minute] : [minute, second];
}

/** The only moments at which a screen reader is told. */
export type Milestone = 'day' | 'hour' | 'ten_minutes' | 'minute' | 'over';

/** The last milestone that was passed, or null while there is more than a day. */
export function milestoneOf(remaining: number): Milestone | null {
  if (remaining <= 0) return 'over';
  if (remaining <= MINUTE) return 'minute';
  if (remaining <= 10 * MINUTE) return 'ten_minutes';
  if (remaining <= HOUR) return 'hour';
  return remaining <= DAY ? 'day' : null;
}

/** How far `now` is between two instants, 0 to 1. */
export function progressBetween(from: number, to: number, now: number): number {
  return to <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (to - from)));
}
