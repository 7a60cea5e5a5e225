import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NATIONAL_2024 } from '@core/rules';
import { coverage, coverageDocument } from './coverage';

const DOCUMENT = resolve(__dirname, '../../docs/law-coverage.md');

describe('the table of listed limits', () => {
  it('is covered: each is a rule, or named with its reason, and never both', () => {
    for (const { id, rule, reason } of coverage()) {
      expect([id, (rule === null) !== (reason === null)]).toEqual([id, true]);
    }
  });

  it('is in the document as it stands', () => {
    const expected = coverageDocument();
    if (process.env.WRITE === '1') writeFileSync(DOCUMENT, expected);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(expected);
  });

  it('names only rules that code may hold against facts', () => {
    const used = coverage().filter((row) => row.applied.length > 0);
    expect(used.length).toBeGreaterThan(20);
    for (const { id } of used) expect(NATIONAL_2024.rules.has(id)).toBe(true);
  });
});
