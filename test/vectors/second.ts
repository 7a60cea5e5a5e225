import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The second implementation. */
export const SCRIPT = join(__dirname, 'second_implementation.py');

/** Whether Python is there. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What the second implementation says of these bundles: `ok`, or `<step>: <reason>`. */
export function secondOpinions(bundles: readonly unknown[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-second-'));
  const files = bundles.map((bundle, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, JSON.stringify(bundle));
    return file;
  });
  const run = spawnSync('python3', [SCRIPT, '--bundles'], {
    input: `${files.join('\n')}\n`,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (run.stderr !== '') throw new Error(run.stderr);
  return run.stdout.trimEnd().split('\n');
}
