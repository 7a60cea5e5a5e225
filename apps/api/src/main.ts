import 'reflect-metadata';
import { DemoCounty } from '@server/demo';
import { Background, ConfigError, readConfig } from '@server/platform';
import { createApp } from './create-app';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApp(config);
  await app.init();
  if (await app.get(DemoCounty).settle()) console.log('  The demo county is settled.');
  if (config.settings.WORKER === 'inline') app.get(Background).start();
  await app.listen(config.settings.PORT, config.settings.HOST);
  console.log(`\n  Sunlit 阳光交易  ${await app.getUrl()}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
