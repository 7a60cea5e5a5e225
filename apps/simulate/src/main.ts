import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { methodCatalogue, readCase, simulate } from '@core/evaluation';
import { legalDate, readRuleSet, SHIPPED_RULE_SETS, type RuleSet } from '@core/rules';
import { humanRefusal, humanText } from './human';
import { LANGUAGES, type Language } from './texts';

const USAGE = `sunlit simulate <case.json> [--human] [--lang zh|en] [--set <file>]
sunlit simulate --list [--set <file>]

Computes an evaluation from prices, parameters and drawn coefficients, exactly, as the platform does. Prints JSON, or a
table; exit code 0: an outcome, 1: a refusal with its code, 2: the question was not understood.

  --list  every method: parameters, what is drawn from which values, where a rule set allows it
  --set   a file of the county's own rule set (sunlit-rules-1), beside national-2024 and county-2013

The form of a case: docs/methods/simulate.md; examples: docs/methods/examples/
`;

function setsWith(file: string | undefined): readonly RuleSet[] {
  if (file === undefined) return SHIPPED_RULE_SETS;
  const own = readRuleSet(JSON.parse(readFileSync(file, 'utf8')), SHIPPED_RULE_SETS);
  if (!own.ok) throw new Error(`--set: ${JSON.stringify(own.refusal)}`);
  return [own.value, ...SHIPPED_RULE_SETS];
}

function languageOf(name: string): Language {
  const language = LANGUAGES.find((one) => one === name);
  if (!language) throw new Error(`--lang: ${name} is neither zh nor en`);
  return language;
}

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      human: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'zh' },
      set: { type: 'string' },
    },
  });
  const sets = setsWith(values.set);
  const language = languageOf(values.lang);
  const today = legalDate(Date.now());
  const [file] = positionals;
  if (values.list) {
    const [set] = sets;
    console.log(JSON.stringify(set ? methodCatalogue(set, today) : []));
    return 0;
  }
  if (file === undefined || positionals.length > 1) {
    console.log(USAGE);
    return 2;
  }
  const read = readCase(JSON.parse(readFileSync(file, 'utf8')));
  const answer = read.ok ? simulate(read.value, sets, today) : read;
  if (!answer.ok) {
    const { refusal } = answer;
    console.log(values.human ? humanRefusal(refusal, language) : JSON.stringify(refusal));
    return 1;
  }
  console.log(values.human ? humanText(answer.value, language) : JSON.stringify(answer.value));
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
