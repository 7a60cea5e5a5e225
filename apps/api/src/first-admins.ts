import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Accounts, IdentityModule, People } from '@server/identity';
import { ConfigError, PlatformModule, Randomness, readConfig, unlockKeys } from '@server/platform';

/**
 * `npm run first-admins -- <name of the trading centre>`: the first accounts of an empty installation. One system
 * and one security administrator, two people by law of the house; their first passwords are printed once.
 */
async function main(): Promise<void> {
  const centre = process.argv[2];
  if (!centre)
    throw new Error('name the trading centre: npm run first-admins -- 某县公共资源交易中心');
  const config = readConfig(await unlockKeys(process.env));
  const context = await NestFactory.createApplicationContext(
    { module: IdentityModule, imports: [PlatformModule.with(config)] },
    { logger: ['error'] },
  );
  if ((await context.get(People).count()) > 0) throw new Error('there are accounts already');
  const accounts = context.get(Accounts);
  const organisation = await accounts.found({ kind: 'centre', name: centre });
  for (const role of ['system_admin', 'security_admin'] as const) {
    const password = context.get(Randomness).hex(12);
    const username = role.replace('_', '-');
    const id = await accounts.register({ username, name: username, password });
    await accounts.appoint(id, organisation, role);
    console.log(`${username}  ${password}`);
  }
  await context.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
  process.exit(1);
});
