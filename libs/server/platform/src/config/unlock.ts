import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toHex, type WrapAdapter } from '@core/kernel';
import { FILE_WRAP, passphraseWrap } from '../secrets/wraps';
import { ConfigError, GENERATED, type Environment } from './config';
import { SETTINGS } from './settings';

function passphraseOf(env: Environment): string {
  const file = env.KEY_PASSPHRASE_FILE;
  return file ? readFileSync(file, 'utf8').trim() : (env.KEY_PASSPHRASE ?? '');
}

/** The key in an age file; one that is not there is made, from the plain file beside it or from random bytes. */
async function keyIn(path: string, plain: string, wrap: WrapAdapter): Promise<string> {
  if (existsSync(path)) return toHex(await wrap.unwrap(new Uint8Array(readFileSync(path))));
  const secret = existsSync(plain)
    ? await FILE_WRAP.unwrap(new Uint8Array(readFileSync(plain)))
    : new Uint8Array(randomBytes(32));
  writeFileSync(path, await wrap.wrap(secret), { mode: 0o600, flag: 'wx' });
  rmSync(plain, { force: true });
  return toHex(secret);
}

/**
 * With KEY_PASSPHRASE the server's keys lie under DATA_DIR/keys as age files (tp1 §5, `age-passphrase`): unlocks them, once
 * per start, and returns the environment {@link readConfig} reads. Keys given in the environment are left alone; plain
 * key files found there are wrapped and removed. Throws {@link ConfigError} for a wrong passphrase.
 */
export async function unlockKeys(env: Environment, work?: number): Promise<Environment> {
  const passphrase = passphraseOf(env);
  if (passphrase === '') return env;
  const wrap = passphraseWrap(passphrase, work);
  const folder = join(resolve(env.DATA_DIR ?? SETTINGS.DATA_DIR.fallback), 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys: Record<string, string> = {};
  for (const name of GENERATED) {
    if ((env[name] ?? '') !== '' || env[`${name}_FILE`]) continue;
    const path = join(folder, `${name.toLowerCase()}.age`);
    try {
      keys[name] = await keyIn(path, join(folder, name.toLowerCase()), wrap);
    } catch (error) {
      throw new ConfigError([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }
  return { ...env, ...keys };
}
