import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { NATIONAL_2024, SHIPPED_RULE_SETS, type Rule } from '@core/rules';
import listed from './listed-rules.json';

const ROOT = resolve(__dirname, '../..');
const WHERE = ['libs/core', 'libs/server'];

/** One limit of the table of rules this product was built from, and what became of it. */
export interface Covered {
  readonly id: string;
  readonly zh: string;
  readonly citation: string;
  readonly rule: Rule | null;
  /** Source files that hold something against the rule by its id. */
  readonly applied: readonly string[];
  /** Why it is no rule of the sets. */
  readonly reason: string | null;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.spec)\.ts$/.test(entry.name) ? [path] : [];
  });
}

interface Source {
  readonly path: string;
  readonly text: string;
}

function readSources(): readonly Source[] {
  return WHERE.flatMap(sources).map((path) => ({
    path: relative('.', path),
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

function appliedIn(files: readonly Source[], id: string): readonly string[] {
  return files.filter(({ text }) => text.includes(`'${id}'`)).map(({ path }) => path);
}

/** Every listed limit, in the order of the table. */
export function coverage(): readonly Covered[] {
  const files = readSources();
  return listed.map((row) => ({
    id: row.id,
    zh: row.zh,
    citation: row.citation,
    rule: NATIONAL_2024.rules.get(row.id) ?? null,
    applied: appliedIn(files, row.id),
    reason: row.reason ?? null,
  }));
}

/** Rules of the sets that ship which the table did not list: added since, or of a county. */
export function unlisted(): readonly Covered[] {
  const files = readSources();
  const ids = new Set(listed.map(({ id }) => id));
  const rules = new Map(
    SHIPPED_RULE_SETS.flatMap((set) => [...set.rules.values()].map((rule) => [rule.id, rule])),
  );
  return [...rules.values()]
    .filter(({ id }) => !ids.has(id))
    .map((rule) => {
      const { id, zh, citation } = rule;
      return { id, zh, citation, rule, applied: appliedIn(files, id), reason: null };
    });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function line({ id, zh, rule, applied, reason, citation }: Covered): string {
  const state =
    reason ?? (applied.length > 0 ? applied.map((path) => `\`${path}\``).join('<br>') : '数据');
  const limit = rule?.value === null || rule === null ? '' : `${rule.value} ${rule.unit ?? ''}`;
  const marks = [rule?.locality ?? '', rule?.status === 'checked' ? '' : (rule?.status ?? '')];
  return `| \`${id}\` | ${cell(zh)} | ${limit} | ${cell(citation)} | ${marks.filter(Boolean).join(' ')} | ${cell(state)} |`;
}

/** docs/law-coverage.md: what became of each listed limit. */
export function coverageDocument(): string {
  const rows = coverage();
  const encoded = rows.filter((row) => row.rule !== null);
  const applied = encoded.filter((row) => row.applied.length > 0);
  const named = rows.filter((row) => row.rule === null);
  return `# Law coverage

Written by \`test/law/coverage.spec.ts\` (\`WRITE=1\` writes it anew); do not edit. ${rows.length} limits were listed when the rule set was transcribed from public copies of the
statutes (sources and how far each was checked: the \`status\` of every rule). ${encoded.length} are rules of \`national-2024\`, of which ${applied.length} are held against facts by the code
named in the last column; the others ("数据") are shown, cited and editable, and wait for the step they belong to. ${named.length} are no rules of a set, for the reason given.
A rule of a place (locality) applies where the county's own set adopts the place. Anything but \`checked\` says so on screen.

| rule | 规则 | limit | citation | marks | applied by, or why not |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}

## Not in that table

Rules added to \`national-2024\` since, and those of \`county-2013\`, which is historical policy.

| rule | 规则 | limit | citation | marks | applied by |
|---|---|---|---|---|---|
${unlisted().map(line).join('\n')}
`;
}
