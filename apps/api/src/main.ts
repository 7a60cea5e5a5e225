import 'reflect-metadata';
import { DemoCounty } from '@server/demo';
import { DIALLER } from '@server/panel';
import { Background, ConfigError, readConfig, unlockKeys, type Config } from '@server/platform';
import { createApp } from './create-app';

const PLAIN_HTTP = `
  !! This site is plain http on an address that is not localhost: browsers switch their
  !! cryptography off there, and nobody can seal a bid. Set TLS_CERT and TLS_KEY, or put
  !! a proxy with TLS in front and name it in TRUSTED_PROXY and PUBLIC_URL.
`;

/** Whether people would reach this site where their browsers refuse to seal. */
function sealsNowhere(config: Config): boolean {
  const { TLS_CERT, PUBLIC_URL } = config.settings;
  if (TLS_CERT !== '' || PUBLIC_URL === '' || PUBLIC_URL.startsWith('https://')) return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(PUBLIC_URL).hostname);
}

async function main(): Promise<void> {
  const config = readConfig(await unlockKeys(process.env));
  const app = await createApp(config);
  await app.init();
  if (await app.get(DemoCounty).settle()) console.log('  The demo county is settled.');
  // The pages that ring are connected to this process, whoever does the other background work; lines are the worker's.
  const { WORKER, VOICE } = config.settings;
  const own = VOICE === 'browser' ? [DIALLER] : [];
  app.get(Background).start(WORKER === 'inline' ? undefined : own);
  await app.listen(config.settings.PORT, config.settings.HOST);
  if (sealsNowhere(config)) console.warn(PLAIN_HTTP);
  console.log(
    `\n  Sunlit 阳光交易  ${(await app.getUrl()).replace('127.0.0.1', 'localhost').replace(/^https?:/, config.settings.TLS_CERT === '' ? 'http:' : 'https:')}\n`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
