import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, median, type Comparison } from '../measure';

const MEGABYTES = 200;
const ROUNDS = 5;

interface Measured {
  readonly rate: number;
  readonly peakMb: number;
}

function run(work: string, from: string, to: string): Measured {
  const child = spawnSync(process.execPath, [join(__dirname, 'age-child.js'), work, from, to], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured;
}

const digest = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/**
 * Sealing and opening 200 MB from file to file with the server's native path (age, a key agreement and 3 200
 * authenticated chunks), against one bare ChaCha20-Poly1305 stream of node:crypto. Each in a process of its own;
 * the rounds take turns, so that whoever else uses the machine disturbs both.
 */
export function sealing(): Comparison[] {
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-bench-'));
  try {
    const plain = join(folder, 'plain');
    for (let at = 0; at < MEGABYTES; at++) appendFileSync(plain, randomBytes(1_000_000));
    const file = (name: string): string => join(folder, name);
    const all: Record<string, Measured[]> = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const [work, from, to] of [
        ['ours-seal', plain, file('ours')],
        ['bare-seal', plain, file('bare')],
        ['ours-open', file('ours'), file('opened')],
        ['bare-open', file('bare'), file('bare-opened')],
      ] as const) {
        (all[work] ??= []).push(run(work, from, to));
      }
    }
    if (digest(file('opened')) !== digest(plain)) throw new Error('opened to another content');
    const rate = (work: string): number => median(all[work]!.map((one) => one.rate));
    const peak = (work: string): string =>
      `peak ${Math.max(...all[work]!.map((one) => one.peakMb)).toFixed(0)} MB`;
    return ['seal', 'open'].map((what) => ({
      ...compare(
        `${what} 200 MB, file to file`,
        'MB/s',
        rate(`ours-${what}`),
        rate(`bare-${what}`),
      ),
      note: `${peak(`ours-${what}`)}, bare ${peak(`bare-${what}`)}`,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
