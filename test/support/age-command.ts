import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '@core/escrow';

const isThere = spawnSync('age', ['--version']).status === 0;

/**
 * A block that needs the stock `age` command. Where it is missing the block is skipped and says so loudly; on the
 * machine that decides (`CI=true`) it fails.
 */
export function describeWithAge(name: string, body: () => void): void {
  if (isThere) {
    describe(name, body);
  } else if (process.env.CI === 'true') {
    it(`${name}: needs the age command (apt-get install age)`, () => {
      throw new Error('the age command is missing');
    });
  } else {
    console.warn(`\n*** SKIPPED: ${name}: no age command (apt-get install age) ***\n`);
    describe.skip(`${name} (skipped: no age command)`, body);
  }
}

function age(args: readonly string[], input: Uint8Array): Buffer {
  const run = spawnSync('age', args, { input, maxBuffer: 512 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr.toString('utf8'));
  return run.stdout;
}

/** What `age -d` makes of a file with the identity of these 32 bytes. Throws what it says when it refuses. */
export function ageDecrypt(secret: Uint8Array, file: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-age-'));
  try {
    const identity = join(folder, 'identity.txt');
    writeFileSync(identity, `${identityOf(secret)}\n`, { mode: 0o600 });
    return age(['-d', '-i', identity], file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `age` makes of a message for these recipients. */
export function ageEncrypt(recipients: readonly string[], message: Uint8Array): Uint8Array {
  const args = recipients.flatMap((recipient) => ['-r', recipient]);
  return new Uint8Array(age(args, message));
}
