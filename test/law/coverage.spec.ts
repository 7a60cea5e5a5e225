import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NATIONAL_2024 } from '@core/rules';
import { PRICE_FORMULAS } from '@core/evaluation';
import notApplied from './not-applied.json';
import { coverage, coverageDocument, furtherRows, unlisted } from './coverage';

const DOCUMENT = resolve(__dirname, '../../docs/law-coverage.md');

describe('the table of listed limits', () => {
  it('is covered: each is a rule, or named with its reason, and never both', () => {
    for (const { id, rule, reason } of coverage()) {
      expect([id, (rule === null) !== (reason === null)]).toEqual([id, true]);
    }
  });

  it('has the grounds of collusion and the price formulas beside it: each is something, or has its reason', () => {
    const rows = furtherRows();
    expect(rows.map(({ section }) => section).sort()).toEqual([
      ...Array.from({ length: 10 }, () => '1.H'),
      ...Array.from({ length: 9 }, () => '6.1'),
    ]);
    for (const { id, section, became, applied, reason } of rows) {
      const isRule = NATIONAL_2024.rules.has(became);
      const isFormula = PRICE_FORMULAS.some((formula) => formula.id === became);
      expect([id, section === '6.1' ? isFormula : isRule]).toEqual([id, true]);
      expect([id, applied.length > 0 || reason !== null]).toEqual([id, true]);
    }
  });

  it('names who applies a rule, not who keeps its name', () => {
    const by = new Map([...coverage(), ...unlisted()].map(({ id, applied }) => [id, applied]));
    expect(by.get('county-legal-rep')).toEqual(['libs/core/opening/src/attendance.ts']);
    expect(by.get('county-sign-up-first')).toEqual(['libs/core/tender/src/take-documents.ts']);
    expect(by.get('e-late-reject')).toEqual(['libs/core/tender/src/decisions.ts']);
  });

  it('says of each rule that nothing is held against why so, and of no other', () => {
    for (const { id, rule, applied, note } of [...coverage(), ...unlisted()]) {
      expect([id, note !== null]).toEqual([id, rule !== null && applied.length === 0]);
    }
    const known = new Set([...coverage(), ...unlisted()].map(({ id }) => id));
    expect(Object.keys(notApplied).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(Object.values(notApplied)).size).toBe(Object.keys(notApplied).length);
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
