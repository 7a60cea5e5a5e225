import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the second implementation (Python, standard library only)', () => {
  (hasPython ? it : it.skip)('agrees with every vector', () => {
    const script = join(__dirname, 'second_implementation.py');
    const run = spawnSync('python3', [script, join(__dirname, 'tp1')], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/beacon: not checked\n\d{3} checks, 0 failed\n$/);
    expect(run.status).toBe(0);
  });
});
