import { CLOSING, SPEC_TABLES } from './tables';
import type { SpecRow } from './validate';

/** How much of a data set is filled. */
export interface SpecCoverage {
  readonly number: string;
  readonly table: string;
  readonly name: string;
  readonly held: number;
  readonly fields: number;
  /** Required fields this platform does not hold, by their Chinese names. */
  readonly missing: readonly string[];
}

/** Coverage as rows show it: a field is held where any row has it. */
export function coverageOf(rows: readonly SpecRow[]): readonly SpecCoverage[] {
  return SPEC_TABLES.map(({ number, key: table, name, fields }) => {
    const all = [...fields, ...CLOSING];
    const held = new Set(
      rows.filter((row) => row.table === table).flatMap(({ values }) => Object.keys(values)),
    );
    return {
      number,
      table,
      name,
      held: all.filter((field) => held.has(field.key)).length,
      fields: all.length,
      missing: all
        .filter((field) => field.required && !held.has(field.key))
        .map((field) => field.name),
    };
  });
}
