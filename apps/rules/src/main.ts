import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Result } from '@core/kernel';
import { readRuleSet, SHIPPED_RULE_SETS, type RuleSet } from '@core/rules';
import { assessment, deadline, momentOf, type Printed } from './commands';

const USAGE = `sunlit rules deadline --rule <id> --from <YYYY-MM-DD | instant> [--stopped <from>..<to>,…]
sunlit rules assess <project.json> [--at <YYYY-MM-DD | instant>]
sunlit rules list [--rule <part of an id>]

Holds dates and projects against a rule set, as the platform does. Prints JSON; exit code 0: an answer, 1: a refusal
with its code, 2: the question was not understood.

  --set   national-2024 (default), county-2013, or a file of the county's own set (sunlit-rules-1)

project.json: {"kind":"works|goods|services","owner":"agency|state_company|township|village|private",
  "estimateYuan":"3600000.00","totalInvestmentYuan":"…","fiscalFunds":true,"partOfWorks":true,"inCatalogue":false}
`;

function setOf(name: string): RuleSet | null {
  const shipped = SHIPPED_RULE_SETS.find((set) => set.id === name);
  if (shipped) return shipped;
  const own = readRuleSet(JSON.parse(readFileSync(name, 'utf8')), SHIPPED_RULE_SETS);
  return own.ok ? own.value : null;
}

function listed(set: RuleSet, part: string): Printed {
  const rules = [...set.rules.values()].filter((rule) => rule.id.includes(part));
  return { ruleSet: set.id, hash: set.hash, rules };
}

function print(answer: Result<Printed>): number {
  console.log(JSON.stringify(answer.ok ? answer.value : answer.refusal));
  return answer.ok ? 0 : 1;
}

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      from: { type: 'string' },
      stopped: { type: 'string' },
      at: { type: 'string' },
      set: { type: 'string', default: 'national-2024' },
    },
  });
  const set = setOf(values.set);
  if (!set) throw new Error(`--set: ${values.set} is not a rule set`);
  const [command, file] = positionals;
  if (command === 'deadline' && values.rule !== undefined && values.from !== undefined) {
    return print(deadline(set, { rule: values.rule, from: values.from, stops: values.stopped }));
  }
  if (command === 'assess' && file !== undefined) {
    const at = values.at === undefined ? Date.now() : momentOf(values.at);
    if (at === null) throw new Error(`--at: ${String(values.at)} is not a date`);
    return print(assessment(set, JSON.parse(readFileSync(file, 'utf8')), at));
  }
  if (command === 'list') return print({ ok: true, value: listed(set, values.rule ?? '') });
  console.log(USAGE);
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
