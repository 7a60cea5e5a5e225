/** A moment: milliseconds since 1970-01-01T00:00:00Z, always an integer. */
export type Instant = number & { readonly __brand?: 'Instant' };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Reads `2026-03-02T01:00:00.000Z`. Returns null for anything else, impossible dates included. */
export function parseInstant(text: string): Instant | null {
  if (!ISO.test(text)) return null;
  const value = Date.parse(text);
  return Number.isNaN(value) || formatInstant(value) !== text ? null : value;
}

/** Writes an instant as ISO 8601 in UTC with milliseconds: the only form on the wire. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** Writes an instant in whole seconds, as the records of `tp1` want it (trust protocol 1.2). */
export function protocolTime(instant: Instant): string {
  return new Date(Math.floor(instant / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');
}

/** Reads the whole-second form of `tp1`. Returns null for anything else. */
export function parseProtocolTime(text: string): Instant | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)
    ? parseInstant(text.replace('Z', '.000Z'))
    : null;
}
