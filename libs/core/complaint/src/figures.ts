import type { Regime } from '@core/rules';
import type { ComplaintOutcome } from './complaint';

/** What is counted of a complaint that is decided. */
export interface DecidedComplaint {
  /** The year of the decision in Beijing. */
  readonly year: string;
  readonly regime: Regime;
  readonly outcome: ComplaintOutcome;
  /** Working days from the acceptance (or receipt) to the decision, without stops; null: not known. */
  readonly days: number | null;
}

/** The decided complaints of a year under a regime. */
export interface ComplaintFigures {
  readonly year: string;
  readonly regime: Regime;
  readonly upheld: number;
  readonly dismissed: number;
  /** Of the working days; null: none is known. Halves are kept. */
  readonly medianDays: number | null;
}

/** The middle of some numbers; between two, their mean. Null: there are none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Counts by year and regime, the latest year first. */
export function complaintFigures(
  decided: readonly DecidedComplaint[],
): readonly ComplaintFigures[] {
  const keys = [...new Set(decided.map(({ year, regime }) => `${year} ${regime}`))].sort();
  const figures = keys.map((key) => {
    const own = decided.filter(({ year, regime }) => `${year} ${regime}` === key);
    const count = (outcome: ComplaintOutcome): number =>
      own.filter((one) => one.outcome === outcome).length;
    const [year = '', regime = 'A'] = key.split(' ');
    return {
      year,
      regime: regime as Regime,
      upheld: count('upheld'),
      dismissed: count('dismissed'),
      medianDays: medianOf(own.flatMap(({ days }) => (days === null ? [] : [days]))),
    };
  });
  return figures.sort((one, other) => other.year.localeCompare(one.year));
}
