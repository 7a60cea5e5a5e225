/** Most combinations of coefficients a draw may hold: its spec lists every one. */
export const MOST_COMBINATIONS = 1000;

/** Most combinations where bids are drawn beside them: one result lists them all, and the bids. */
export const MOST_BESIDE_BIDS = 100;

/** A combination of drawn coefficients, by key. */
export type DrawnValues = Readonly<Record<string, string>>;

/**
 * Every combination of the coefficients a plan draws, in the order of the keys and of their values; none where nothing is
 * drawn. Null: there are more than {@link MOST_COMBINATIONS}.
 */
export function combinations(
  draw: Readonly<Record<string, readonly string[]>>,
): readonly DrawnValues[] | null {
  const keys = Object.keys(draw).sort();
  if (keys.length === 0) return [];
  let all: DrawnValues[] = [{}];
  for (const key of keys) {
    all = all.flatMap((one) => (draw[key] ?? []).map((value) => ({ ...one, [key]: value })));
    if (all.length > MOST_COMBINATIONS) return null;
  }
  return all;
}
