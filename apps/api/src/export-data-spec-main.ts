import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { specJson, specXml } from '@core/data-spec';
import { endOfDate, startOfDate } from '@core/rules';
import { DataSpecModule, ExportDataSpec } from '@server/data-spec';
import { ClockStore, PlatformModule, readConfig, unlockKeys } from '@server/platform';

const USAGE = `sunlit export:data-spec --from 2026-01-01 --to 2026-12-31 [--scope public|gov] [--format json|xml] [--out file]

Writes the tenders published between two dates (both included) in the form of the data specification of public resource
trading platforms. --scope gov has what only authorities may see as well. Fields a receiver wants and this platform does
not hold are counted on standard error; docs/data-spec.md lists them.
Exit code 0: written; 1: a value has not the form the specification wants; 2: something else went wrong.
`;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string', default: '' },
      to: { type: 'string', default: '' },
      scope: { type: 'string', default: 'public' },
      format: { type: 'string', default: 'json' },
      out: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  const { from, to, scope, format, out } = values;
  const isAsked = DATE.test(from) && DATE.test(to) && /^(public|gov)$/.test(scope);
  if (values.help || !isAsked || !/^(json|xml)$/.test(format)) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const context = await NestFactory.createApplicationContext(
    {
      module: DataSpecModule,
      imports: [PlatformModule.with(readConfig(await unlockKeys(process.env)))],
    },
    { logger: ['error'] },
  );
  try {
    await context.get(ClockStore).load();
    const { rows, faults } = await context
      .get(ExportDataSpec)
      .between(startOfDate(from), endOfDate(to), scope === 'gov' ? 'gov' : 'public');
    const text = format === 'xml' ? specXml(rows) : JSON.stringify(specJson(rows), null, 1);
    if (out === '') console.log(text);
    else writeFileSync(out, text);
    const wrong = faults.filter((one) => one.fault !== 'missing');
    console.error(
      JSON.stringify({ rows: rows.length, missing: faults.length - wrong.length, wrong }),
    );
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await context.close();
  }
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
