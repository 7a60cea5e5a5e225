/** The last moment of a day in Beijing, as the wire writes it. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999+08:00`).toISOString();
}

/** The first moment of a day in Beijing: a date without an hour. */
export function startOf(date: string): string {
  return new Date(`${date}T00:00:00.000+08:00`).toISOString();
}
