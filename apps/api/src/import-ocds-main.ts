import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { NestFactory } from '@nestjs/core';
import { releasesIn, type JsonObject } from '@core/ocds';
import { ImportReleases, OpenDataModule } from '@server/open-data';
import { ClockStore, PlatformModule, readConfig, unlockKeys } from '@server/platform';

const USAGE = `sunlit import:ocds <file>...

Takes OCDS releases into this installation: release packages, record packages with embedded releases, JSON Lines of
either (each gzipped or not). What is known stays as it is. Nothing is taken from a call one of whose files is faulty.
Processes with this installation's own OCDS_PREFIX are refused: give a mirror a prefix of its own.
Reads the settings of the server (DATABASE_URL, DATA_DIR ...).
Exit code 0: taken in; 1: a file is faulty; 2: something else went wrong.
`;

/** A fault in a file, with its place. */
class Faulty extends Error {}

function parsed(file: string, text: string, at: string): readonly JsonObject[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Faulty(`${file}${at}: ${error instanceof Error ? error.message : 'no JSON'}`);
  }
  const read = releasesIn(value);
  if (read.ok) return read.value;
  throw new Faulty(`${file}${at}: ${read.refusal.code} ${String(read.refusal.params?.at)}`);
}

function readFile(file: string): readonly JsonObject[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isLines =
    lines.length > 1 && lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}'));
  if (!isLines) return parsed(file, text, '');
  return lines.flatMap((line, at) => parsed(file, line, `:${at + 1}`));
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } },
  });
  if (values.help || positionals.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const releases = positionals.flatMap(readFile);
  const context = await NestFactory.createApplicationContext(
    {
      module: OpenDataModule,
      imports: [PlatformModule.with(readConfig(await unlockKeys(process.env)))],
    },
    { logger: ['error'] },
  );
  try {
    await context.get(ClockStore).load();
    console.log(JSON.stringify(await context.get(ImportReleases).run(releases)));
  } finally {
    await context.close();
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof Faulty ? 1 : 2;
  },
);
