import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@server/platform';
import { AppModule } from './app.module';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** Writes the OpenAPI document to the file named on the command line. No provider runs, no database is touched. */
async function main(): Promise<void> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'sunlit-openapi-'));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(readConfig({ DATA_DIR })),
    new FastifyAdapter(),
    { preview: true, logger: false },
  );
  app.setGlobalPrefix('api');
  const config = new DocumentBuilder().setTitle('Sunlit').setVersion('1').addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  const target = process.argv[2] ?? 'openapi.json';
  writeFileSync(target, `${JSON.stringify(sorted(document as unknown as Json), null, 1)}\n`);
  process.exit(0);
}

void main();
