const DAY = 86_400_000;

/** The first moment after a day in Beijing, as the wire writes it. */
export function dayAfter(date: string): string {
  return new Date(new Date(`${date}T00:00:00.000+08:00`).getTime() + DAY).toISOString();
}
