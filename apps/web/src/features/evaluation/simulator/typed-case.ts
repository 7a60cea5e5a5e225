import { drawValues, formulaOf, type ParameterSpec, type SimulationCase } from '@core/evaluation';
import { fenToYuan } from '@core/kernel';
import type { Regime } from '@core/rules';
import { readYuan } from '../../../shared/ui/amounts';

/** What stands on the page. */
export interface Typed {
  readonly method: string;
  readonly regime: Regime;
  readonly ceiling: string;
  /** One bid a line: a price, or a name and a price. */
  readonly prices: string;
  readonly values: Readonly<Record<string, string>>;
  readonly sample: readonly string[];
}

/** A bid that was typed. */
export interface TypedBid {
  readonly id: string;
  readonly priceYuan: string;
}

/** Reads bids, one a line; a line without a name is named by its number. `wrong`: the numbers of lines that are no price. */
export function readBids(text: string): {
  readonly bids: readonly TypedBid[];
  readonly wrong: readonly number[];
} {
  const bids: TypedBid[] = [];
  const wrong: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, name = '', price = ''] = /^\s*(?:(.*\S)\s+)?(\S+)\s*$/u.exec(line) ?? [];
    const amount = readYuan(price);
    if (amount === null) wrong.push(at + 1);
    else bids.push({ id: name === '' ? String(at + 1) : name, priceYuan: fenToYuan(amount) });
  }
  return { bids, wrong };
}

/** The values a parameter may have, as texts; and the one it has until somebody chooses. */
export function optionsOf(spec: ParameterSpec): {
  readonly values: readonly string[];
  readonly initial: string;
} {
  if (spec.kind === 'choice') return { values: spec.choices, initial: spec.default };
  const values = drawValues(spec);
  const initial = values.find((one) => Number(one) === Number(spec.default ?? Number.NaN));
  return { values, initial: initial ?? values[0] ?? '' };
}

/** The case on the page, in the simulator's format: what the command line would read. */
export function caseOf(typed: Typed): SimulationCase {
  const formula = formulaOf(typed.method);
  const parameters: Record<string, string> = {};
  const drawn: Record<string, string> = {};
  for (const spec of formula?.parameters ?? []) {
    const value = typed.values[spec.key] ?? optionsOf(spec).initial;
    const target = spec.kind === 'number' && spec.origin !== 'stated' ? drawn : parameters;
    target[spec.key] = value;
  }
  const { bids } = readBids(typed.prices);
  const ceiling = readYuan(typed.ceiling);
  const sample = typed.sample.filter((id) => bids.some((one) => one.id === id));
  return {
    format: 'sunlit-simulate-1',
    method: typed.method,
    law: { ruleSet: 'national-2024', regime: typed.regime },
    ...(ceiling === null ? {} : { ceilingYuan: fenToYuan(ceiling) }),
    bids,
    parameters,
    drawn,
    ...(formula?.sample && sample.length > 0 ? { sample } : {}),
  };
}
