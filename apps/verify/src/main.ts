import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from '@core/bundle';
import { parsePolicyFile, type LogPolicy } from '@core/ledger';
import { humanReport } from './report';
import { optionalSm2 } from './sm2';
import { LANGUAGES, type Language } from './texts';

const USAGE = `sunlit verify <bundle.json | https://…> [--policy <file>] [--lang zh|en] [--json]

Checks what a platform published about one tender with nothing but arithmetic. Exit code 0: everything holds;
1: something does not; 2: nothing could be checked.

  --policy  C2SP tlog-policy file of the log and witnesses you trust; without it the bundle's own is taken
  --lang    language of the report (default: zh)
  --json    print the result as JSON
`;

/** Ends the program: nothing could be checked. */
class Unusable extends Error {}

async function load(from: string): Promise<unknown> {
  const text = /^https?:\/\//.test(from) ? await download(from) : readFileSync(from, 'utf8');
  return JSON.parse(text) as unknown;
}

async function download(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Unusable(`${url}: HTTP ${response.status}`);
  return response.text();
}

function trusted(path: string | undefined): LogPolicy | null {
  if (path === undefined) return null;
  const policy = parsePolicyFile(readFileSync(path, 'utf8'));
  if (!policy.ok) throw new Unusable(`${path}: not a usable policy file`);
  return policy.value;
}

function languageOf(value: string): Language {
  const language = LANGUAGES.find((candidate) => candidate === value);
  if (!language) throw new Unusable(`--lang: ${LANGUAGES.join(' | ')}`);
  return language;
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [from] = positionals;
  if (from === undefined || positionals.length > 1 || values.help) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const language = languageOf(values.lang);
  const sm2 = await optionalSm2();
  const policy = trusted(values.policy);
  const result = await verifyBundle(await load(from), policy, undefined, sm2);
  console.log(values.json ? JSON.stringify(result, null, 1) : humanReport(result, language));
  return result.ok ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
