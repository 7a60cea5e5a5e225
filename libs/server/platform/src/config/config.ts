import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SETTINGS, type Setting, type SettingName, type Settings } from './settings';

/** The environment a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown once at start-up, with every fault in the settings at once. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Settings are wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** The settings of this process, checked and frozen; the token under which Nest injects them. */
export abstract class Config {
  abstract readonly settings: Settings;
  /** Absolute path below DATA_DIR. */
  abstract path(...parts: readonly string[]): string;
  /** Address people use, without a trailing slash. */
  abstract readonly publicUrl: string;
}

/** Keys of 32 bytes that an installation makes for itself where none are given. */
export const GENERATED: readonly SettingName[] = [
  'JWT_SECRET',
  'PERSONAL_KEY',
  'LEDGER_KEY',
  'NOTIFIER_KEY',
];

function rawValue(env: Environment, name: SettingName, setting: Setting<unknown>): string {
  const file = setting.secret ? env[`${name}_FILE`] : undefined;
  if (file) return readFileSync(file, 'utf8').trim();
  return env[name] ?? setting.fallback;
}

/** Keys an embedded installation does not want to think about are made once, readable by its user only. */
function generatedKey(directory: string, name: string): string {
  const file = join(directory, 'keys', name.toLowerCase());
  if (!existsSync(file)) {
    mkdirSync(join(directory, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

function unsafeInProduction(settings: Settings): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const faults: string[] = [];
  if (settings.CLOCK.kind !== 'real') faults.push('CLOCK must be real in production');
  if (settings.DEMO) faults.push('DEMO must be false in production');
  if (settings.CHECKPOINT_MS !== 5000) faults.push('CHECKPOINT_MS must be 5000 in production');
  for (const name of GENERATED) {
    if (settings[name] === '') faults.push(`${name} (or ${name}_FILE) must be given in production`);
  }
  return faults;
}

/** What real telephones lack. */
function untelephonable({ SIP_ACCOUNT, SIP_TARGET }: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  if (!/^<sips?:[^>]+>/.test(String(SIP_ACCOUNT))) {
    faults.push('VOICE=sip needs SIP_ACCOUNT (or SIP_ACCOUNT_FILE): <sip:…>;…');
  }
  if (!String(SIP_TARGET).includes('{number}')) {
    faults.push('VOICE=sip needs SIP_TARGET with {number}: sip:{number}@pbx.example');
  }
  return faults;
}

/** Settings that are given without the one they need. */
function unpaired(values: Readonly<Record<string, unknown>>, env: Environment): string[] {
  const faults: string[] = [];
  if (values.RULE_SET_FILE !== '' && (env.RULE_SET ?? '') === '') {
    faults.push(
      'RULE_SET_FILE needs RULE_SET: the id in the file, or of the set that new projects come under',
    );
  }
  if ((values.TLS_CERT === '') !== (values.TLS_KEY === '')) {
    faults.push('TLS_CERT and TLS_KEY go together');
  }
  if (values.VOICE === 'sip') faults.push(...untelephonable(values));
  if (values.SMS_URL !== '' && values.SMS_KEY === '') {
    faults.push(
      'SMS_URL needs SMS_KEY (or SMS_KEY_FILE): a gateway takes no message it cannot tell from a forged one',
    );
  }
  return faults;
}

/**
 * Reads and checks all settings once. Throws {@link ConfigError} listing every fault, unsafe production
 * settings among them. Keys that are not given are generated under DATA_DIR (not in production).
 */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting<unknown>][]) {
    try {
      values[name] = setting.read(rawValue(env, name, setting));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  faults.push(...unpaired(values, env));
  if (faults.length === 0) faults.push(...unsafeInProduction(values as unknown as Settings));
  if (faults.length > 0) throw new ConfigError(faults);
  const directory = resolve(values.DATA_DIR as string);
  for (const name of GENERATED) {
    if (values[name] === '') values[name] = generatedKey(directory, name);
  }
  const settings = Object.freeze(values) as unknown as Settings;
  const scheme = settings.TLS_CERT === '' ? 'http' : 'https';
  return Object.freeze({
    settings,
    path: (...parts: readonly string[]) => join(directory, ...parts),
    publicUrl: (settings.PUBLIC_URL || `${scheme}://localhost:${settings.PORT}`).replace(/\/$/, ''),
  });
}
