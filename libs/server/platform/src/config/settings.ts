import { ownPoolTerms } from '@core/panel';
import { callPolicy, callTemplate } from '@core/voice';

/** How one setting is read: what it is for, what it defaults to, what may be written there. */
export interface Setting<T> {
  readonly about: string;
  readonly fallback: string;
  /** Turns the text into a value, or throws an Error whose message tells the administrator the cure. */
  readonly read: (text: string) => T;
  /** Secrets may come from a file named by `<NAME>_FILE`, and are never printed. */
  readonly secret?: boolean;
}

const text = (value: string): string => value;

function integer(least: number, most: number): (value: string) => number {
  return (value) => {
    const parsed = Number(value);
    if (!Number.isInteger(parsed) || parsed < least || parsed > most) {
      throw new Error(`expected a whole number from ${least} to ${most}`);
    }
    return parsed;
  };
}

function oneOf<const T extends string>(...allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new Error(`expected one of ${allowed.join(', ')}`);
    return found;
  };
}

function flag(value: string): boolean {
  return oneOf('true', 'false')(value) === 'true';
}

/** The pace of the legal clock: real time, or a demo clock that starts on a fixed date. */
export type ClockSetting =
  { readonly kind: 'real' } | { readonly kind: 'demo'; readonly rate: number };

function clock(value: string): ClockSetting {
  if (value === 'real') return { kind: 'real' };
  if (value === 'demo') return { kind: 'demo', rate: 1 };
  const rate = /^x(\d{1,5})$/.exec(value)?.[1];
  if (rate === undefined || Number(rate) < 1 || Number(rate) > 14400) {
    throw new Error('expected real, demo, or x1 to x14400');
  }
  return { kind: 'demo', rate: Number(rate) };
}

function databaseUrl(value: string): string {
  if (value === '' || /^mysql:\/\/[^/]+\/[\w-]+$/.test(value)) return value;
  throw new Error('expected empty (embedded SQLite) or mysql://user:password@host:port/database');
}

function keyOf32Bytes(value: string): string {
  if (value === '' || /^[0-9a-f]{64}$/.test(value)) return value;
  throw new Error('expected 64 hexadecimal digits (openssl rand -hex 32)');
}

function creditCode(value: string): string {
  if (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return value;
  throw new Error('expected the 18 characters of a unified social credit code');
}

function ocdsPrefix(value: string): string {
  if (/^ocds-[a-z0-9]{6}$/.test(value)) return value;
  throw new Error('expected ocds- and six small letters or digits');
}

function urls(value: string): readonly string[] {
  const list = value
    .split(',')
    .map((url) => url.trim().replace(/\/+$/, ''))
    .filter((url) => url !== '');
  for (const url of list) {
    if (!/^https?:\/\/[^\s/]+/.test(url)) throw new Error('expected http(s) addresses');
  }
  return list;
}

/** Where clamd listens (`tcp://host:port`), or null. */
function clamd(value: string): { readonly host: string; readonly port: number } | null {
  if (value === '') return null;
  const match = /^tcp:\/\/([^\s/:]+|\[[0-9a-f:]+\]):(\d{1,5})$/.exec(value);
  const port = Number(match?.[2]);
  if (!match?.[1] || port < 1 || port > 65535) throw new Error('expected tcp://host:port');
  return { host: match[1].replace(/^\[|\]$/g, ''), port };
}

/** Every setting there is. `docs/operations.md` and `.env.example` are written from this table. */
export const SETTINGS = {
  NODE_ENV: {
    about: 'production refuses unsafe settings',
    fallback: 'development',
    read: oneOf('development', 'test', 'production'),
  },
  PORT: {
    about: 'port of API and web; 0 takes a free one',
    fallback: '3000',
    read: integer(0, 65535),
  },
  HOST: { about: 'address to listen on', fallback: '0.0.0.0', read: text },
  PUBLIC_URL: {
    about: 'address people use; printed in QR codes. Empty: http(s)://localhost:<PORT>',
    fallback: '',
    read: text,
  },
  PLATFORM_CREDIT_CODE: {
    about: 'credit code of whoever runs the platform; part of every unified transaction code',
    fallback: '12429900MB1P40000F',
    read: creditCode,
  },
  PLATFORM_NAME: {
    about: 'name of whoever runs the platform; the publisher of its open data',
    fallback: '青禾县公共资源交易中心',
    read: text,
  },
  OCDS_PREFIX: {
    about:
      'prefix registered with the Open Contracting Partnership; every process id begins with it',
    fallback: 'ocds-sunlit',
    read: ocdsPrefix,
  },
  DATA_DIR: {
    about: 'folder of the SQLite file, uploads and generated keys',
    fallback: './data',
    read: text,
  },
  DATABASE_URL: {
    about: 'empty for embedded SQLite, or mysql://… for MySQL 8 and MariaDB',
    fallback: '',
    read: databaseUrl,
    secret: true,
  },
  DATABASE_POOL: { about: 'connections to MySQL/MariaDB', fallback: '10', read: integer(1, 500) },
  CLOCK: {
    about: 'legal clock: real, demo (fixed 2026 date, movable) or x<rate>',
    fallback: 'demo',
    read: clock,
  },
  DEMO: {
    about: 'seed a demo county, show its accounts, allow the clock to be moved',
    fallback: 'true',
    read: flag,
  },
  DEMO_COUNTY: {
    about: 'how much of the demo county a fresh installation gets: full, or its people only',
    fallback: 'full',
    read: oneOf('full', 'people'),
  },
  WORKER: {
    about: 'inline: this process also does background work; separate: apps/worker does',
    fallback: 'inline',
    read: oneOf('inline', 'separate'),
  },
  CHECKPOINT_MS: {
    about: 'milliseconds between ledger checkpoints (5000 outside demos and tests)',
    fallback: '5000',
    read: integer(50, 5000),
  },
  WITNESS_URLS: {
    about:
      'comma-separated witness addresses, each may be followed by |<verifier key>; empty: three demo witnesses in this process',
    fallback: '',
    read: text,
  },
  AUDIT_HOUR: {
    about: 'hour (Beijing) from which the worker rebuilds and audits the log, once a night',
    fallback: '2',
    read: integer(0, 23),
  },
  SIGNER_SOCKET: {
    about:
      'Unix socket of apps/signer, which then holds the key of the log; empty: the key is in this process',
    fallback: '',
    read: text,
  },
  TSA_URL: {
    about: 'time-stamping authority (RFC 3161) that stamps a checkpoint once a day; empty: none',
    fallback: '',
    read: text,
  },
  TSA_CA: {
    about:
      'PEM file of the authorities a time-stamp must lead to; empty: any is taken, and shown as not trusted',
    fallback: '',
    read: text,
  },
  DRAND_URLS: {
    about:
      'comma-separated relays from which draws fetch rounds of drand quicknet; empty: rounds are brought by hand only',
    fallback:
      'https://api.drand.sh,https://api2.drand.sh,https://api3.drand.sh,https://drand.cloudflare.com',
    read: urls,
  },
  KEY_PASSPHRASE: {
    about:
      'wraps the four keys below as age files under DATA_DIR/keys; plain key files found there are wrapped and removed',
    fallback: '',
    read: text,
    secret: true,
  },
  JWT_SECRET: {
    about: 'signs access tokens; empty: generated under DATA_DIR',
    fallback: '',
    read: keyOf32Bytes,
    secret: true,
  },
  PERSONAL_KEY: {
    about: 'encrypts personal columns; empty: generated under DATA_DIR',
    fallback: '',
    read: keyOf32Bytes,
    secret: true,
  },
  LEDGER_KEY: {
    about: 'signs checkpoints and receipts; empty: generated under DATA_DIR',
    fallback: '',
    read: keyOf32Bytes,
    secret: true,
  },
  SM2_KEY: {
    about:
      'SM2 private key (64 hexadecimal digits) with which the platform signs beside Ed25519; empty: it does not',
    fallback: '',
    read: keyOf32Bytes,
    secret: true,
  },
  SM2_CERT: {
    about: 'PEM file: certificate of SM2_KEY, then those of its issuers',
    fallback: '',
    read: text,
  },
  NOTIFIER_KEY: {
    about: 'opens expert names for invitations; empty: generated under DATA_DIR',
    fallback: '',
    read: keyOf32Bytes,
    secret: true,
  },
  RULE_SET: {
    about: 'rule set of new projects: national-2024, county-2013, or the id in RULE_SET_FILE',
    fallback: 'national-2024',
    read: text,
  },
  RULE_SET_FILE: {
    about: "JSON file of the county's own rule set (format sunlit-rules-1)",
    fallback: '',
    read: text,
  },
  EXPERT_POOL: {
    about:
      'JSON of the terms the expert pool sets itself, each with its document: {"term":{"value":3,"citation":"…"}}; see docs/adr/0089',
    fallback: '',
    read: ownPoolTerms,
  },
  LOG_LEVEL: {
    about: 'pino level',
    fallback: 'info',
    read: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
  TLS_CERT: { about: 'PEM file; with TLS_KEY the site speaks https', fallback: '', read: text },
  TLS_KEY: { about: 'PEM file of the private key', fallback: '', read: text },
  CERTIFICATE_AUTHORITIES: {
    about:
      'PEM file of the root certificates (CA/UKey) under which people may sign in by certificate; empty: off',
    fallback: '',
    read: text,
  },
  SMTP_URL: {
    about: 'smtp://user:password@host:port (smtps:// for TLS); empty: no mail',
    fallback: '',
    read: text,
    secret: true,
  },
  MAIL_FROM: {
    about: 'sender of mail',
    fallback: 'Sunlit <noreply@localhost>',
    read: text,
  },
  SMS_URL: { about: 'gateway for short messages; empty: none', fallback: '', read: text },
  SMS_KEY: {
    about: 'key that signs requests to the gateway (HMAC-SHA-256)',
    fallback: '',
    read: text,
    secret: true,
  },
  TRUSTED_PROXY: {
    about: 'addresses of reverse proxies whose X-Forwarded-For counts, comma-separated',
    fallback: '',
    read: text,
  },
  RETAIN_ACCESS_DAYS: {
    about:
      'days that ended sessions with their devices and addresses are kept; at least six months',
    fallback: '400',
    read: integer(183, 3660),
  },
  VOICE: {
    about:
      'how drawn experts are called: browser (the page of a signed-in expert rings), sip (real telephones, by SIP_…) or off (they find their invitation by themselves)',
    fallback: 'browser',
    read: oneOf('browser', 'sip', 'off'),
  },
  SIP_ACCOUNT: {
    about:
      'account of a telephone line as baresip writes it, {line} and {port} filled in: <sip:80{line}@pbx.example>;auth_pass=…;regint=300',
    fallback: '',
    read: text,
    secret: true,
  },
  SIP_TARGET: {
    about: 'what a line dials, {number} filled in: sip:{number}@pbx.example',
    fallback: '',
    read: text,
  },
  SIP_LINES: { about: 'calls at once by telephone', fallback: '4', read: integer(1, 64) },
  SIP_BIND: {
    about: 'address the telephone lines listen on (an IP address, not a name)',
    fallback: '127.0.0.1',
    read: text,
  },
  SIP_PORT: {
    about: 'first of the lines’ SIP ports, four a line',
    fallback: '15060',
    read: integer(1024, 65000),
  },
  SIP_CONTROL_PORT: {
    about: 'first of the lines’ control ports on 127.0.0.1, one a line',
    fallback: '14440',
    read: integer(1024, 65000),
  },
  SIP_SOUND_PORT: {
    about: 'first of the lines’ RTP ports, twenty a line; the firewall lets the trunk reach them',
    fallback: '16400',
    read: integer(1024, 64000),
  },
  VOICE_POLICY: {
    about:
      'JSON of what differs from the default call policy, such as {"attempts":2,"fromHour":9}; see docs/adr/0085',
    fallback: '',
    read: callPolicy,
  },
  VOICE_TEXT: {
    about:
      'what a call says, with {time} and {place} and no other placeholder; empty: the usual sentence',
    fallback: '',
    read: callTemplate,
  },
  CLAMD_URL: {
    about:
      'tcp://host:port of clamd, which is asked about every uploaded file; its StreamMaxLength should be MAX_UPLOAD_MB; empty: files say they were not scanned',
    fallback: '',
    read: clamd,
  },
  MAX_UPLOAD_MB: { about: 'largest single upload', fallback: '1024', read: integer(1, 20480) },
} as const satisfies Record<string, Setting<unknown>>;

/** Name of a setting, as in the environment. */
export type SettingName = keyof typeof SETTINGS;

/** All settings, read. */
export type Settings = { readonly [K in SettingName]: ReturnType<(typeof SETTINGS)[K]['read']> };
