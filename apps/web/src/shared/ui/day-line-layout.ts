/** Where one card hangs, and where its stem meets the line; fractions of the width. */
export interface DayPlace {
  readonly left: number;
  readonly stem: number;
}

/** A stretch of time drawn from left to right. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

const HALF_HOUR = 1_800_000;
const HOUR = 2 * HALF_HOUR;

/** Office hours of the day, stretched by whatever begins before or after them. */
export function spanOf(startOfDay: number, moments: readonly number[]): DaySpan {
  const floor = (moment: number) => Math.floor(moment / HALF_HOUR) * HALF_HOUR;
  return {
    from: Math.min(startOfDay + 8.5 * HOUR, ...moments.map(floor)),
    to: Math.max(startOfDay + 17.5 * HOUR, ...moments.map((moment) => floor(moment) + HOUR)),
  };
}

/** The place of a moment on the line, 0 to 1. */
export function placeOf(span: DaySpan, moment: number): number {
  return Math.min(1, Math.max(0, (moment - span.from) / (span.to - span.from)));
}

/**
 * Hangs cards of equal width under their moments: in order, inside the line, never over each other,
 * each as near to its moment as the others allow.
 */
export function hangCards(
  places: readonly number[],
  width: number,
  gap: number,
): readonly DayPlace[] {
  const lefts: number[] = [];
  for (const place of places) {
    const wanted = Math.min(1 - width, Math.max(0, place - width * 0.1));
    lefts.push(Math.max(wanted, (lefts.at(-1) ?? -1 - width - gap) + width + gap));
  }
  let limit = 1 - width;
  for (let index = lefts.length - 1; index >= 0; index -= 1) {
    lefts[index] = Math.max(0, Math.min(lefts[index] ?? 0, limit));
    limit = (lefts[index] ?? 0) - width - gap;
  }
  return places.map((place, index) => ({ left: lefts[index] ?? 0, stem: place }));
}
