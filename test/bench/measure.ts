/** One comparison: how long ours and the bare baseline took for the same work, in the same run. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly bare: number;
  /** ours / bare, for rates; above 1 ours is faster. */
  readonly ratio: number;
  /** What else was measured. */
  readonly note?: string;
}

/** Milliseconds that `work` took. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that `share` of the numbers do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Compares two rates (things per second). */
export function compare(name: string, unit: string, ours: number, bare: number): Comparison {
  return { name, unit, ours, bare, ratio: ours / bare };
}

/** A line for people. */
export function line({ name, unit, ours, bare, ratio, note }: Comparison): string {
  const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  return `${name.padEnd(46)} ours ${round(ours).padStart(8)} ${unit}   bare ${round(bare).padStart(8)} ${unit}   ratio ${ratio.toFixed(3)}${note === undefined ? '' : `   ${note}`}`;
}
