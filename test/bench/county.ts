import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoPeople } from '@server/demo';
import { Background, readConfig } from '@server/platform';
import { createApp } from '../../apps/api/src/create-app';

/** The product on an empty SQLite database, listening, with the demo's people. */
export interface BenchCounty {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Boots the product in this process. */
export async function benchCounty(firms: number): Promise<BenchCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  const app = await createApp(
    readConfig({
      DATA_DIR: folder,
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      LOG_LEVEL: 'silent',
      CHECKPOINT_MS: '1000',
    }),
  );
  await app.init();
  await app.get(DemoPeople).settle(firms);
  app.get(Background).start();
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    url,
    folder,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
