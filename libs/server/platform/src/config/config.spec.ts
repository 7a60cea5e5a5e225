import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigError } from './config';
import { readConfig } from './config';

const key = 'a'.repeat(64);
const production = {
  NODE_ENV: 'production',
  DEMO: 'false',
  CLOCK: 'real',
  JWT_SECRET: key,
  PERSONAL_KEY: key,
  LEDGER_KEY: key,
  NOTIFIER_KEY: key,
};

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

describe('readConfig', () => {
  it('lists all faults at once', () => {
    expect(faults({ PORT: 'abc', CLOCK: 'fast', DATABASE_URL: 'postgres://x' })).toHaveLength(3);
    expect(faults({ SMS_URL: 'http://sms.example/send' })).toEqual([
      expect.stringContaining('SMS_KEY'),
    ]);
    expect(faults({ VOICE: 'sip' })).toEqual([
      expect.stringContaining('SIP_ACCOUNT'),
      expect.stringContaining('SIP_TARGET'),
    ]);
    const line = { SIP_ACCOUNT: '<sip:80{line}@pbx>', SIP_TARGET: 'sip:{number}@pbx' };
    expect(faults({ VOICE: 'sip', ...line })).toEqual([]);
    expect(faults({ SMS_URL: 'http://sms.example/send', SMS_KEY: key })).toEqual([]);
    expect(faults({ TLS_CERT: 'x.pem' })).toEqual(['TLS_CERT and TLS_KEY go together']);
    expect(faults({ RULE_SET_FILE: 'county.json' })).toEqual([
      expect.stringContaining('RULE_SET_FILE needs RULE_SET'),
    ]);
    expect(faults({ RULE_SET_FILE: 'county.json', RULE_SET: 'county-own' })).toEqual([]);
  });

  it('refuses demo settings and missing keys in production', () => {
    expect(faults({ NODE_ENV: 'production' })).toHaveLength(6);
    expect(faults(production)).toEqual([]);
    expect(faults({ ...production, CLOCK: 'x1440' })).toEqual(['CLOCK must be real in production']);
  });

  it('makes keys once, readable by their owner only', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'sunlit-config-'));
    const first = readConfig({ DATA_DIR });
    expect(readConfig({ DATA_DIR }).settings.JWT_SECRET).toBe(first.settings.JWT_SECRET);
    expect(statSync(join(DATA_DIR, 'keys', 'jwt_secret')).mode & 0o777).toBe(0o600);
    expect(first.settings.JWT_SECRET).not.toBe(first.settings.PERSONAL_KEY);
  });
});
