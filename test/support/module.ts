import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClockStore, PlatformModule } from '@server/platform';
import { aDatabase, type TestDatabase } from './database';

/** Server libs on a real database, without HTTP. */
export interface TestModule {
  readonly database: TestDatabase;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
  /** Ends the process and keeps the data. */
  stop(): Promise<void>;
}

/** A port whose other side a test plays. */
type Port = abstract new (...args: never[]) => unknown;

/** Boots the platform and the given modules on a database of their own, with the demo clock. */
export async function aModule(
  name: string,
  modules: readonly (Type | DynamicModule)[] = [],
  extra: Record<string, string> = {},
  ports: ReadonlyMap<Port, unknown> = new Map(),
): Promise<TestModule> {
  const database = await aDatabase(name);
  return open(database, modules, extra, ports);
}

/** Boots the same modules once more on the data of one that was closed with its database kept. */
export async function open(
  database: TestDatabase,
  modules: readonly (Type | DynamicModule)[],
  extra: Record<string, string> = {},
  ports: ReadonlyMap<Port, unknown> = new Map(),
): Promise<TestModule> {
  const builder = Test.createTestingModule({
    imports: [PlatformModule.with(database.config(extra)), ...modules],
  });
  for (const [port, value] of ports) builder.overrideProvider(port).useValue(value);
  const compiled = await builder.compile();
  const context: INestApplicationContext = await compiled.init();
  await context.get(ClockStore).load();
  return {
    database,
    get: (token) => context.get(token as never),
    stop: () => compiled.close(),
    async close() {
      await compiled.close();
      await database.drop();
    },
  };
}
