import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClockStore, PlatformModule } from '@server/platform';
import { aDatabase, type TestDatabase } from './database';

/** Server libs on a real database, without HTTP. */
export interface TestModule {
  readonly database: TestDatabase;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

/** Boots the platform and the given modules on a database of their own, with the demo clock. */
export async function aModule(
  name: string,
  modules: readonly (Type | DynamicModule)[] = [],
  extra: Record<string, string> = {},
): Promise<TestModule> {
  const database = await aDatabase(name);
  const compiled = await Test.createTestingModule({
    imports: [PlatformModule.with(database.config(extra)), ...modules],
  }).compile();
  const context: INestApplicationContext = await compiled.init();
  await context.get(ClockStore).load();
  return {
    database,
    get: (token) => context.get(token as never),
    async close() {
      await compiled.close();
      await database.drop();
    },
  };
}
