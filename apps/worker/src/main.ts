import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  Background,
  ClockStore,
  ConfigError,
  Logger,
  readConfig,
  unlockKeys,
} from '@server/platform';
import { WorkerModule } from './worker.module';

/** The background work of an installation with WORKER=separate: outbox, deadlines, ledger; no HTTP. */
async function main(): Promise<void> {
  const config = readConfig(await unlockKeys(process.env));
  const context = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    logger: ['error', 'warn'],
  });
  context.enableShutdownHooks();
  await context.get(ClockStore).load();
  context.get(Background).start();
  context.get(Logger).info('worker started');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
