import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { LedgerAuditor, LedgerModule, type LedgerAudit } from '@server/ledger';
import { ClockStore, PlatformModule, readConfig, SETTINGS, unlockKeys } from '@server/platform';
import { AUDIT_LANGUAGES, auditReport, type AuditLanguage } from './ledger/audit-report';

const USAGE = `sunlit audit [--lang zh|en] [--json]

Rebuilds the whole log from its rows and compares it with every checkpoint, every cosignature, and what the log key
remembers outside the database. Reads the settings of the server (DATABASE_URL, DATA_DIR …); the server may go on.
Exit code 0: everything holds; 1: something does not; 2: nothing could be checked.
`;

function languageOf(value: string): AuditLanguage {
  const language = AUDIT_LANGUAGES.find((candidate) => candidate === value);
  if (!language) throw new Error(`--lang: ${AUDIT_LANGUAGES.join(' | ')}`);
  return language;
}

/** An audit must not make the database (nor the keys) it is asked about. */
function requireDatabase(env: NodeJS.ProcessEnv): void {
  if (env.DATABASE_URL || env.DATABASE_URL_FILE) return;
  const file = resolve(env.DATA_DIR ?? SETTINGS.DATA_DIR.fallback, 'sunlit.sqlite');
  if (!existsSync(file)) throw new Error(`no database at ${file}: set DATA_DIR or DATABASE_URL`);
}

async function audit(): Promise<LedgerAudit> {
  const context = await NestFactory.createApplicationContext(
    {
      module: LedgerModule,
      imports: [PlatformModule.with(readConfig(await unlockKeys(process.env)))],
    },
    { logger: ['error'] },
  );
  try {
    await context.get(ClockStore).load();
    return await context.get(LedgerAuditor).run();
  } finally {
    await context.close();
  }
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const language = languageOf(values.lang);
  requireDatabase(process.env);
  const result = await audit();
  console.log(values.json ? JSON.stringify(result, null, 1) : auditReport(result, language));
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
