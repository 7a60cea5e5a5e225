/** The first of some instants that lies after another; null when none does. */
export function nextDeadline(deadlines: readonly number[], after: number): number | null {
  return deadlines.filter((one) => one > after).sort((one, other) => one - other)[0] ?? null;
}
