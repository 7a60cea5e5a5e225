import { fromHex, taggedHashHex } from '@core/kernel';
import type { SelectableRow } from './pool';
import { VALUES_STRATUM, type DrawFinalValue, type DrawRules, type Seat } from './spec';
import { permutation } from './stream';

/** A nonce that took part in the seed. */
export interface Contribution {
  readonly id: string;
  readonly nonce: string;
}

/** What the seed is made of. */
export interface SeedParts {
  readonly drawId: string;
  readonly specHash: string;
  readonly lockHash: string;
  readonly contributions: readonly Contribution[];
  readonly final: DrawFinalValue;
}

/** The seed of a draw (tp1 §3.4), hexadecimal. Contributions are sorted here. */
export function drawSeed(parts: SeedParts): string {
  const contributions = [...parts.contributions].sort((one, other) => (one.id < other.id ? -1 : 1));
  return taggedHashHex('tp1/draw/seed', { ...parts, contributions });
}

/** For each stratum used, its rows in drawn order: the whole draw, replacements included. */
export type Sequences = Readonly<Record<string, readonly number[]>>;

/** The sequences of a seed over a pool (tp1 §3.5). */
export function sequences(
  seed: string,
  rules: DrawRules,
  rows: readonly SelectableRow[],
): Sequences {
  const used = new Set(rules.pick.flatMap((entry) => [entry.stratum, ...entry.fallback]));
  return Object.fromEntries(
    [...used].map((stratum) => {
      const members = rows.filter((row) => row.strata.includes(stratum)).map((row) => row.i);
      const order = permutation(fromHex(seed), `stratum/${stratum}`, members.length);
      return [stratum, order.map((at) => members[at] ?? at)];
    }),
  );
}

/**
 * A public pool of values in the order a seed gives it: all of them, those behind the last seat too. The order of any part of
 * the pool within it is as random as the whole, and independent of the order of a part that shares no value with it.
 */
export function orderOfValues(seed: string, values: readonly string[]): readonly string[] {
  const order = permutation(fromHex(seed), `stratum/${VALUES_STRATUM}`, values.length);
  return order.map((at) => values[at] ?? '');
}

/** Who sits, and who was ever called. */
export interface Selection {
  readonly panel: readonly Seat[];
  readonly ever: ReadonlySet<number>;
}

/** The pure draw: from rules, rows and sequences to seats, and from an event to the next (tp1 §3.6). */
export class Selector {
  constructor(
    private readonly rules: DrawRules,
    private readonly rows: readonly SelectableRow[],
    private readonly order: Sequences,
  ) {}

  /** The seats as first drawn. */
  initial(): Selection {
    let selection: Selection = { panel: [], ever: new Set() };
    for (const entry of this.rules.pick) {
      for (let seat = 0; seat < entry.seats; seat++) {
        selection = this.fill(selection, entry.stratum).selection;
      }
    }
    return selection;
  }

  /** A member leaves; the next of the sequence that fits takes the seat (`by` −1: nobody is left). Null: not a member. */
  replace(
    selection: Selection,
    row: number,
  ): { readonly selection: Selection; readonly by: number } | null {
    const leaving = selection.panel.find((seat) => seat.row === row);
    if (!leaving) return null;
    const panel = selection.panel.filter((seat) => seat !== leaving);
    return this.fill({ panel, ever: selection.ever }, leaving.stratum);
  }

  private fits(panel: readonly Seat[], row: number): boolean {
    const tags = this.rows[row]?.tags;
    return this.rules.caps.every(({ tag, max }) => {
      const alike = panel.filter((seat) => this.rows[seat.row]?.tags[tag] === tags?.[tag]);
      return alike.length < max;
    });
  }

  private fill(
    { panel, ever }: Selection,
    stratum: string,
  ): { readonly selection: Selection; readonly by: number } {
    const fallback = this.rules.pick.find((entry) => entry.stratum === stratum)?.fallback ?? [];
    for (const via of [stratum, ...fallback]) {
      // Always from the head: who was passed over for a cap may fit now.
      const row = this.order[via]?.find((i) => !ever.has(i) && this.fits(panel, i));
      if (row === undefined) continue;
      return {
        selection: { panel: [...panel, { row, stratum, via }], ever: new Set([...ever, row]) },
        by: row,
      };
    }
    return { selection: { panel, ever }, by: -1 };
  }
}
