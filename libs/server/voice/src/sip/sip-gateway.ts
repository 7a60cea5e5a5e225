import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@server/platform';
import { SipTransport } from './sip-transport';

/** The programs a telephone line is made of, and the Debian packages that bring them. */
const PROGRAMS = {
  baresip: 'baresip-core',
  'espeak-ng': 'espeak-ng',
  sox: 'sox',
  setpriv: 'util-linux',
} as const;

function isInstalled(program: string): boolean {
  return spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
}

/** Debian packages that telephoning lacks on this machine; empty: none. */
export function missingPackages(): readonly string[] {
  return Object.entries(PROGRAMS)
    .filter(([program]) => !isInstalled(program))
    .map(([, packaged]) => packaged);
}

/** The telephone lines of this installation. Throws, naming what to install, where a program is missing. */
export function sipTransport({ settings }: Config): SipTransport {
  const missing = missingPackages();
  if (missing.length > 0) {
    throw new Error(`VOICE=sip needs the Debian packages ${missing.join(', ')} on this machine`);
  }
  return new SipTransport({
    lines: settings.SIP_LINES,
    // A short name of its own: baresip cuts the names of sound files.
    folder: mkdtempSync(join(tmpdir(), 'sip-')),
    bind: settings.SIP_BIND,
    sipPort: settings.SIP_PORT,
    controlPort: settings.SIP_CONTROL_PORT,
    soundPort: settings.SIP_SOUND_PORT,
    account: settings.SIP_ACCOUNT,
    target: settings.SIP_TARGET,
  });
}
