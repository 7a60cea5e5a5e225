import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from './target';

const FOLDER = join(__dirname, '../vectors/fuzz-corpus');
const MOST = 24;

/** An input that once led to an outcome of its own. */
export interface Case {
  readonly outcome: string;
  readonly input: Input;
}

function fileOf(target: string): string {
  return join(FOLDER, `${target}.json`);
}

/** The kept inputs of a target. */
export function kept(target: string): readonly Case[] {
  const file = fileOf(target);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];
}

/** Keeps the smallest input of each outcome, a handful of outcomes in all. */
export function keep(target: string, found: ReadonlyMap<string, Input>): void {
  const cases = [...found]
    .map(([outcome, input]) => ({ outcome, input }))
    .sort((one, other) => (one.outcome < other.outcome ? -1 : 1))
    .slice(0, MOST);
  writeFileSync(fileOf(target), `${JSON.stringify(cases, null, 1)}\n`);
}
