/** The weeks of a month, Monday first: dates as `2026-03-02`, null where a week belongs to another month. */
export function monthWeeks(month: string): readonly (readonly (string | null)[])[] {
  const first = new Date(`${month}-01T00:00:00.000Z`);
  const lead = (first.getUTCDay() + 6) % 7;
  const next = new Date(first);
  next.setUTCMonth(first.getUTCMonth() + 1, 0);
  const length = next.getUTCDate();
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, index) => {
    const day = index - lead + 1;
    return day < 1 || day > length ? null : `${month}-${String(day).padStart(2, '0')}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month after (or before) another one: `2026-03` and 1 make `2026-04`. */
export function monthBy(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** The date some days later. */
export function dateBy(date: string, by: number): string {
  const moved = new Date(`${date}T00:00:00.000Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}
