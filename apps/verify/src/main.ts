import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyArchive, verifyBundle, type BundleResult } from '@core/bundle';
import { parsePolicyFile, type LogPolicy } from '@core/ledger';
import { isArchive } from './is-archive';
import { humanReport } from './report';
import { optionalSm2 } from './sm2';
import { LANGUAGES, type Language } from './texts';

const USAGE = `sunlit verify <bundle.json | archive.zip | https://…> [--policy <file>] [--lang zh|en] [--json]

Checks what a platform published about one tender with nothing but arithmetic: its bundle, or the whole archive
package with the contracts. Exit code 0: everything holds;
1: something does not; 2: nothing could be checked.

  --policy  C2SP tlog-policy file of the log and witnesses you trust; without it the bundle's own is taken
  --lang    language of the report (default: zh)
  --json    print the result as JSON
`;

/** Ends the program: nothing could be checked. */
class Unusable extends Error {}

async function load(from: string): Promise<Uint8Array> {
  return /^https?:\/\//.test(from) ? download(from) : new Uint8Array(readFileSync(from));
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Unusable(`${url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A ZIP is a whole package, everything else a bundle. */
async function check(bytes: Uint8Array, policy: LogPolicy | null): Promise<BundleResult> {
  const sm2 = await optionalSm2();
  if (isArchive(bytes)) return verifyArchive(bytes, policy, undefined, sm2);
  const bundle = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  return verifyBundle(bundle, policy, undefined, sm2);
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
  const result = await check(await load(from), trusted(values.policy));
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
