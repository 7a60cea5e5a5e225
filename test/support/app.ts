import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { DemoCounty } from '@server/demo';
import { Background, type Config } from '@server/platform';
import { createApp } from '../../apps/api/src/create-app';
import { Client } from './client';
import { aDatabase, type TestDatabase } from './database';

/** The whole product in this process, on a database of its own, listening on a free port. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly config: Config;
  readonly url: string;
  get: NestFastifyApplication['get'];
  client(): Client;
  close(): Promise<void>;
}

/** Boots the product with the whole demo county settled, as it starts for somebody who tries it. */
export function aCounty(name: string, extra: Record<string, string> = {}): Promise<TestApp> {
  return anApp(name, { DEMO: 'true', ...extra }, async (app) => {
    if (!(await app.get(DemoCounty).settle())) throw new Error('the county was settled before');
  });
}

/** Boots the api with its background work; `before` runs while that still rests. */
export async function anApp(
  name: string,
  extra: Record<string, string> = {},
  before?: (app: NestFastifyApplication) => Promise<void>,
): Promise<TestApp> {
  const database = await aDatabase(name);
  const config = database.config(extra);
  const app = await createApp(config);
  await app.init();
  await before?.(app);
  app.get(Background).start();
  await app.listen(0, '127.0.0.1');
  const scheme = config.settings.TLS_CERT === '' ? 'http:' : 'https:';
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1').replace(/^https?:/, scheme);
  return {
    app,
    database,
    config,
    url,
    get: app.get.bind(app),
    client: () => new Client(url),
    async close() {
      // An answer a test did not read to its end would hold the server.
      const server: Server = app.getHttpServer();
      server.closeAllConnections();
      await app.close();
      await database.drop();
    },
  };
}
