import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { unlockKeys } from './unlock';

const WORK = 4;
const folder = (): string => mkdtempSync(join(tmpdir(), 'sunlit-unlock-'));

describe('unlockKeys', () => {
  it('keeps every key in an age file, and gives the same ones at the next start', async () => {
    const env = { DATA_DIR: folder(), KEY_PASSPHRASE: '正确的口令' };
    const first = readConfig(await unlockKeys(env, WORK)).settings;
    expect(readConfig(await unlockKeys(env, WORK)).settings).toEqual(first);
    const keys = join(env.DATA_DIR, 'keys');
    expect(readdirSync(keys).sort()).toEqual([
      'jwt_secret.age',
      'ledger_key.age',
      'notifier_key.age',
      'personal_key.age',
    ]);
    const file = join(keys, 'ledger_key.age');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'latin1')).not.toContain(first.LEDGER_KEY);
    expect(new Set([first.JWT_SECRET, first.LEDGER_KEY, first.NOTIFIER_KEY]).size).toBe(3);
  });

  it('says which key a wrong passphrase does not open', async () => {
    const DATA_DIR = folder();
    await unlockKeys({ DATA_DIR, KEY_PASSPHRASE: 'a' }, WORK);
    await expect(unlockKeys({ DATA_DIR, KEY_PASSPHRASE: 'b' }, WORK)).rejects.toMatchObject({
      faults: ['JWT_SECRET: the passphrase does not open this key'],
    });
  });

  it('wraps the plain keys of an installation that had none, and leaves given keys alone', async () => {
    const DATA_DIR = folder();
    const before = readConfig({ DATA_DIR }).settings;
    const given = 'ab'.repeat(32);
    const env = { DATA_DIR, KEY_PASSPHRASE: 'p', NOTIFIER_KEY: given };
    const after = readConfig(await unlockKeys(env, WORK)).settings;
    expect(after.LEDGER_KEY).toBe(before.LEDGER_KEY);
    expect(after.NOTIFIER_KEY).toBe(given);
    expect(existsSync(join(DATA_DIR, 'keys', 'ledger_key'))).toBe(false);
    expect(existsSync(join(DATA_DIR, 'keys', 'notifier_key'))).toBe(true);
  });

  it('does nothing without a passphrase', async () => {
    const env = { DATA_DIR: folder() };
    expect(await unlockKeys(env)).toBe(env);
  });
});
