import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { PRICE_FORMULAS } from '@core/evaluation';
import {
  NATIONAL_2024,
  REFUSAL_GROUNDS,
  RIGHT_GROUNDS,
  SHIPPED_RULE_SETS,
  type Rule,
} from '@core/rules';
import further from './further-rows.json';
import listed from './listed-rules.json';
import notApplied from './not-applied.json';
import { groundedCodes } from './refusals';

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
  /** Why nothing is held against it: who keeps it instead, or why there is nothing to hold. */
  readonly note: string | null;
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
  /** Words between quotes that the file applies, and names of constants it uses from other files. */
  readonly literals: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  /** Literals that stand in a constant for other files to use, by the constant's name. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The list of refusals by law: a rule in it is applied where its refusals are made, not here. */
const GROUNDS = 'libs/core/rules/src/refusal-grounds.ts';
/** Where sets are read: it asks whether a rule is there, and holds nothing against it. */
const READER = 'libs/core/rules/src/rule-set.ts';

function exportedName(node: ts.Node): string | null {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isVariableStatement(at) || !ts.isSourceFile(at.parent)) continue;
    const isExported = at.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const [first] = at.declarationList.declarations;
    return isExported === true && first ? first.name.getText() : null;
  }
  return null;
}

function inType(node: ts.Node): boolean {
  return ts.isLiteralTypeNode(node.parent);
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const literals = new Set<string>();
  const uses = new Set<string>();
  const declared = new Map<string, Set<string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isIdentifier(node) && exportedName(node) !== node.text) uses.add(node.text);
    if (ts.isStringLiteral(node) && !inType(node)) {
      const name = exportedName(node);
      if (name === null) literals.add(node.text);
      else declared.set(name, (declared.get(name) ?? new Set()).add(node.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, literals, uses, declared };
}

function readSources(): readonly Source[] {
  return WHERE.flatMap(sources).map((path) => readSource(relative('.', path)));
}

/** The refusals that may stand on a rule: its words in the sources are theirs. */
function refusalsOf(id: string): readonly string[] {
  return Object.entries<readonly string[]>(REFUSAL_GROUNDS).flatMap(([code, ids]) =>
    ids.includes(id) ? [code] : [],
  );
}

/** The rights that are kept by a rule. */
function rightsOf(id: string): readonly string[] {
  return Object.entries<readonly string[]>(RIGHT_GROUNDS).flatMap(([right, ids]) =>
    ids.includes(id) ? [right] : [],
  );
}

/**
 * The files that hold something against a rule: by its id, by a constant that another file keeps it in, or by a refusal that
 * stands on it. A file that only declares such a constant applies nothing.
 */
function appliedIn(files: readonly Source[], id: string): readonly string[] {
  const constants = new Set(
    files
      .filter(({ path }) => path !== GROUNDS)
      .flatMap(({ declared }) =>
        [...declared].flatMap(([name, held]) => (held.has(id) ? name : [])),
      ),
  );
  const codes = refusalsOf(id);
  const rights = rightsOf(id);
  return files
    .filter(({ path }) => path !== GROUNDS && path !== READER)
    .filter(
      ({ literals, uses }) =>
        literals.has(id) ||
        [...constants].some((name) => uses.has(name)) ||
        codes.some((code) => literals.has(code)) ||
        (uses.has('right') && rights.some((right) => literals.has(right))),
    )
    .map(({ path }) => path);
}

const NOTES = new Map<string, string>(Object.entries(notApplied));

/** Why nothing is held against a rule; null: nothing is said, because something is. */
function noteOf(id: string): string | null {
  return NOTES.get(id) ?? null;
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
    note: noteOf(row.id),
  }));
}

/** A row of the tables beside the list of limits: indicators of collusion (§1.H) and price formulas (§6.1). */
export interface Further {
  readonly id: string;
  readonly section: string;
  readonly zh: string;
  readonly citation: string;
  /** The rule or the price formula it became. */
  readonly became: string;
  readonly applied: readonly string[];
  /** What is not done of it, and why. */
  readonly reason: string | null;
}

/** Where a price formula is computed. */
function definedIn(files: readonly Source[], id: string): readonly string[] {
  const isFormula = PRICE_FORMULAS.some((formula) => formula.id === id);
  return files.flatMap(({ path, declared }) =>
    isFormula && [...declared.values()].some((held) => held.has(id)) ? [path] : [],
  );
}

/** Every row of those tables, in their order. */
export function furtherRows(): readonly Further[] {
  const files = readSources();
  return further.map(({ id, section, zh, citation, became, reason }) => ({
    id,
    section,
    zh,
    citation,
    became,
    applied: [...definedIn(files, became), ...appliedIn(files, became)],
    reason,
  }));
}

function furtherLine({ id, section, zh, citation, became, applied, reason }: Further): string {
  const state = [...applied.map((path) => `\`${path}\``), ...(reason === null ? [] : [reason])];
  return `| \`${id}\` | ${section} | ${cell(zh)} | ${cell(citation)} | \`${became}\` | ${cell(state.join('<br>'))} |`;
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
      return {
        id,
        zh,
        citation,
        rule,
        applied: appliedIn(files, id),
        reason: null,
        note: noteOf(id),
      };
    });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function line({ id, zh, rule, applied, reason, note, citation }: Covered): string {
  const state =
    reason ??
    (applied.length > 0
      ? applied.map((path) => `\`${path}\``).join('<br>')
      : note === null
        ? '数据'
        : `数据：${note}`);
  const limit = rule?.value === null || rule === null ? '' : `${rule.value} ${rule.unit ?? ''}`;
  const marks = [rule?.locality ?? '', rule?.status === 'checked' ? '' : (rule?.status ?? '')];
  return `| \`${id}\` | ${cell(zh)} | ${limit} | ${cell(citation)} | ${marks.filter(Boolean).join(' ')} | ${cell(state)} |`;
}

function refusalLines(): readonly string[] {
  const all = groundedCodes();
  const legal = all.filter(({ rules }) => rules.length > 0);
  const said = all.filter(({ rules, reason }) => rules.length === 0 && reason !== null);
  return [...legal, ...said].map(
    ({ code, rules, reason }) =>
      `| \`${code}\` | ${rules.map((id) => `\`${id}\``).join(' ')} | ${reason ?? ''} |`,
  );
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
named in the last column; the others ("数据") are shown, cited and editable, each with the reason why nothing is held against it. ${named.length} are no rules of a set, for the reason given.
A rule of a place (locality) applies where the county's own set adopts the place. Anything but \`checked\` says so on screen.

| rule | 规则 | limit | citation | marks | applied by, or why not |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}

## Not in that table

Rules added to \`national-2024\` since, and those of \`county-2013\`, which is historical policy.

| rule | 规则 | limit | citation | marks | applied by |
|---|---|---|---|---|---|
${unlisted().map(line).join('\n')}

## Rows that are no limits

The grounds of collusion with what points to them, and the price formulas, of the same collection. A formula is computed by the
file named; a ground is a rule of the set, cited where a panel or an authority decides, and no machine finds anybody guilty.

| row | section | | source | is | computed or applied by, or what is not done and why |
|---|---|---|---|---|---|
${furtherRows().map(furtherLine).join('\n')}

## Refusals

Every code of the registry whose reason is law, with the rules it may stand on; the first that applies in the regime on the day is its
citation, and the page shows its words. \`test/law/refusals.spec.ts\` holds the list against the sources.

| refusal | rules | |
|---|---|---|
${refusalLines().join('\n')}
`;
}
