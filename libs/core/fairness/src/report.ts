import { chiSquareTail } from './chi-square';
import { watchOf, type WinWatch } from './watch';

/** One draw of a series: who could be drawn, and who was. Every entrant had the same chance. */
export interface DrawOnce {
  /** The draw's id, or another word that finds its proof. */
  readonly id: string;
  readonly entrants: readonly string[];
  /** Among the entrants, each once; empty where the draw came to nothing. */
  readonly winners: readonly string[];
}

/** How one entrant fared over the series. */
export interface Share {
  readonly key: string;
  readonly entered: number;
  readonly won: number;
  /** What chance alone gives on average: the sum of seats ÷ entrants, rounded to four decimals. */
  readonly expected: number;
  /** How likely chance alone gives this many wins or more, exactly (Poisson-binomial), rounded to four decimals. */
  readonly tail: number;
  /** The pattern a supervisor should look at; null: none. */
  readonly watch: WinWatch | null;
}

/** A test of the whole series against equal chances. */
export interface WholeTest {
  readonly statistic: number;
  readonly degrees: number;
  /** How likely chance alone gives a result as uneven or more. */
  readonly p: number;
  /** Whether the series is long enough for the test to mean something: five wins expected on average, one for everybody. */
  readonly isLongEnough: boolean;
}

/** The fairness of a series of draws. */
export interface FairnessReport {
  readonly draws: number;
  readonly wins: number;
  /** Best expected first, then by key. */
  readonly shares: readonly Share[];
  /** Null where nothing was drawn, or everybody drawn had no rival. */
  readonly test: WholeTest | null;
  /** Herfindahl-Hirschman index of the shares of the wins, 0 to 10 000, whole; null without a win. */
  readonly concentration: number | null;
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** How likely at least `won` of independent events happen, by the exact recurrence. */
function tailOf(chances: readonly number[], won: number): number {
  const exactly = [1, ...chances.map(() => 0)];
  for (const [at, chance] of chances.entries()) {
    for (let count = at + 1; count >= 0; count--) {
      const before = count === 0 ? 0 : (exactly[count - 1] ?? 0);
      exactly[count] = (exactly[count] ?? 0) * (1 - chance) + before * chance;
    }
  }
  return exactly.slice(won).reduce((sum, one) => sum + one, 0);
}

/** How far wins are from what chance gives on average, and how they vary together. */
class Deviations {
  private readonly vector: number[];
  private readonly matrix: number[][];

  constructor(size: number) {
    this.vector = Array.from({ length: size }, () => 0);
    this.matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  }

  deviate(at: number, by: number): void {
    this.vector[at] = (this.vector[at] ?? 0) + by;
  }

  vary(one: number, other: number, by: number): void {
    const row = this.matrix[one];
    if (row) row[other] = (row[other] ?? 0) + by;
  }

  private covariance(one: number, other: number): number {
    return this.matrix[one]?.[other] ?? 0;
  }

  private mostVarying(among: ReadonlySet<number>): number | undefined {
    return [...among].reduce<number | undefined>(
      (best, at) =>
        best === undefined || this.covariance(at, at) > this.covariance(best, best) ? at : best,
      undefined,
    );
  }

  /**
   * The statistic xᵀ·C⁻·x and the rank of C, by elimination: what has no variance left, being the sum of the others, is
   * passed over. Uses itself up.
   */
  quadraticForm(): { readonly statistic: number; readonly rank: number } {
    const left = new Set(this.vector.keys());
    const first = this.mostVarying(left);
    const negligible = first === undefined ? 0 : this.covariance(first, first) * 1e-9;
    let statistic = 0;
    let rank = 0;
    for (;;) {
      const pivot = this.mostVarying(left);
      const variance = pivot === undefined ? 0 : this.covariance(pivot, pivot);
      if (pivot === undefined || variance <= negligible) return { statistic, rank };
      left.delete(pivot);
      rank++;
      const own = this.vector[pivot] ?? 0;
      statistic += (own * own) / variance;
      for (const other of left) this.eliminate(pivot, other, own, variance);
    }
  }

  private eliminate(pivot: number, other: number, own: number, variance: number): void {
    const factor = this.covariance(other, pivot) / variance;
    if (factor === 0) return;
    this.deviate(other, -factor * own);
    for (const at of this.vector.keys()) this.vary(other, at, -factor * this.covariance(pivot, at));
  }
}

/**
 * Tests a series against equal chances in every draw. Entrants differ from draw to draw, so that counting wins into the
 * textbook formula would be wrong: the deviations are weighed with the covariance the draws themselves have (each a draw
 * of its winners out of its entrants without putting back), and the result is chi-square with the covariance's rank.
 */
function wholeTest(draws: readonly DrawOnce[], shares: readonly Share[]): WholeTest | null {
  const position = new Map(shares.map(({ key }, at) => [key, at]));
  const deviations = new Deviations(shares.length);
  for (const { entrants, winners } of draws) {
    const n = entrants.length;
    const k = winners.length;
    if (n < 2 || k >= n) continue;
    const scale = ((k / n) * (1 - k / n) * n) / (n - 1);
    const places = entrants.map((key) => position.get(key) ?? 0);
    for (const key of winners) deviations.deviate(position.get(key) ?? 0, 1);
    for (const one of places) {
      deviations.deviate(one, -k / n);
      for (const other of places) {
        deviations.vary(one, other, scale * ((one === other ? 1 : 0) - 1 / n));
      }
    }
  }
  const { statistic, rank } = deviations.quadraticForm();
  if (rank === 0) return null;
  const expected = shares.map((one) => one.expected);
  const mean = expected.reduce((sum, one) => sum + one, 0) / expected.length;
  return {
    statistic: round4(statistic),
    degrees: rank,
    p: round4(chiSquareTail(statistic, rank)),
    isLongEnough: mean >= 5 && Math.min(...expected) >= 1,
  };
}

/**
 * Reports how evenly a series of draws has fallen. Pure arithmetic over the published entrants and winners: whoever has
 * those gets the same figures.
 */
export function fairnessOf(draws: readonly DrawOnce[]): FairnessReport {
  // Sums of fractions depend on their order in the last digit: one order for everybody.
  const held = draws
    .filter(({ winners }) => winners.length > 0)
    .map((draw) => ({ draw, key: JSON.stringify([draw.id, draw.entrants, draw.winners]) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ draw }) => draw);
  const keys = [...new Set(held.flatMap(({ entrants }) => entrants))].sort();
  const shares = keys
    .map((key) => {
      const of = held.filter(({ entrants }) => entrants.includes(key));
      const chances = of.map(({ entrants, winners }) => winners.length / entrants.length);
      const won = of.filter(({ winners }) => winners.includes(key)).length;
      const expected = chances.reduce((sum, one) => sum + one, 0);
      return {
        key,
        entered: of.length,
        won,
        expected: round4(expected),
        tail: round4(tailOf(chances, won)),
        watch: watchOf({ entered: of.length, won }),
      };
    })
    .sort((one, other) => other.expected - one.expected || (one.key < other.key ? -1 : 1));
  const wins = shares.reduce((sum, one) => sum + one.won, 0);
  const squares = shares.reduce((sum, one) => sum + one.won * one.won, 0);
  return {
    draws: held.length,
    wins,
    shares,
    test: wholeTest(held, shares),
    concentration: wins === 0 ? null : Math.round((squares * 10_000) / (wins * wins)),
  };
}
