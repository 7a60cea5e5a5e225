import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  methodCatalogue,
  OUTLIER_PERCENT,
  readCase,
  simulate,
  type CatalogueEntry,
  type ParameterSpec,
  type Simulation,
} from '@core/evaluation';
import type { Result } from '@core/kernel';
import { NATIONAL_2024, REGIMES, SHIPPED_RULE_SETS } from '@core/rules';
import { humanRefusal, humanText } from '../../apps/simulate/src/human';

const FOLDER = resolve(__dirname, '../../docs/methods');
const EXAMPLES = join(FOLDER, 'examples');
const [BEGIN, END] = ['<!-- computed -->', '<!-- /computed -->'];

/** Where a method's page stands. */
export function pagePath(name: string): string {
  return join(FOLDER, `${name}.md`);
}

/** The names of the example cases, without `.json`. */
export function exampleNames(): readonly string[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.result.json'))
    .map((name) => name.replace(/\.json$/, ''));
}

/** The legal date the pages are computed for; a case may give its own. */
const WRITTEN_ON = '2026-03-02';

/** Where the committed outcome of an example stands. */
export function resultPath(name: string): string {
  return join(EXAMPLES, `${name}.result.json`);
}

/** Runs an example as `npm run simulate` does. */
export function runExample(name: string): Result<Simulation> {
  const read = readCase(JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')));
  return read.ok ? simulate(read.value, SHIPPED_RULE_SETS, WRITTEN_ON) : read;
}

function parameterLine(spec: ParameterSpec): string {
  if (spec.kind === 'choice') {
    return `| \`${spec.key}\` | ${spec.zh} | ${spec.choices.join(' / ')} | | ${spec.default} | 文件载明 |`;
  }
  const range = spec.values?.join(' / ') ?? `${spec.min}–${spec.max}`;
  const step = spec.values ? '' : spec.step;
  const origin = { stated: '文件载明', drawn: '现场抽取', either: '载明或抽取' }[spec.origin];
  const own = spec.range === 'own' ? '（本目录所限）' : '';
  return `| \`${spec.key}\` | ${spec.zh} | ${range}${own} | ${step} | ${spec.default ?? '必填'} | ${origin} |`;
}

function parameterTable(specs: readonly ParameterSpec[]): string {
  return ['| parameter | | range | step | default | from |', '|---|---|---|---|---|---|']
    .concat(specs.map(parameterLine))
    .join('\n');
}

function lawfulTable({ lawful }: CatalogueEntry): string {
  const lines = REGIMES.map((regime) => {
    const { verdict, findings } = lawful[regime];
    const rules = findings.map(
      (one) => `\`${one.ruleId}\` ${one.outcome === 'violated' ? '✗' : '✓'} ${one.citation}`,
    );
    return `| ${regime} | ${verdict} | ${rules.join('<br>')} |`;
  });
  return ['| regime | verdict | rules |', '|---|---|---|', ...lines].join('\n');
}

function exampleText(name: string): string {
  const answer = runExample(name);
  const shown = answer.ok ? humanText(answer.value, 'zh') : humanRefusal(answer.refusal, 'zh');
  return `\`npm run simulate -- docs/methods/examples/${name}.json --human\`\n\n\`\`\`text\n${shown}\n\`\`\``;
}

/** The computed part of a method's page: parameters, lawfulness under national-2024, worked example. */
export function computedPart(name: string): string {
  const entry = methodCatalogue(NATIONAL_2024, WRITTEN_ON).find((one) => one.id === name);
  const own = entry?.parameters ?? (name === 'comprehensive-scoring' ? [OUTLIER_PERCENT] : []);
  const parts = [
    ...(entry ? [`Source: ${entry.source} · status: **${entry.status}**`] : []),
    ...(own.length > 0 ? ['## Parameters', parameterTable(own)] : []),
    ...(entry ? ['## Lawful where (national-2024)', lawfulTable(entry)] : []),
    '## Worked example',
    exampleText(name),
  ];
  return `${BEGIN}\n${parts.join('\n\n')}\n${END}`;
}

/** A page with its computed part replaced by what is computed now. */
export function withComputed(page: string, name: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${name}: no computed part`);
  return `${before}${computedPart(name)}${after}`;
}
