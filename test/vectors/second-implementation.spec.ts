import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasPython, SCRIPT } from './second';

describe('the second implementation (Python, standard library only)', () => {
  (hasPython ? it : it.skip)('agrees with every vector', () => {
    const run = spawnSync('python3', [SCRIPT, join(__dirname, 'tp1')], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/beacon: not checked\n\d{3} checks, 0 failed\n$/);
    expect(run.status).toBe(0);
  });
});
