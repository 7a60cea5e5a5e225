import { readCase, simulate } from '@core/evaluation';
import { NATIONAL_2024 } from '@core/rules';
import { humanRefusal, humanText, widthOf } from './human';
import { fill, REASON_TEXTS } from './texts';

const CASE = {
  format: 'sunlit-simulate-1',
  method: 'price-score-E',
  bids: [
    { id: '甲', priceYuan: '850' },
    { id: 'b', priceYuan: '870' },
  ],
};

function shown(raw: unknown, language: 'zh' | 'en'): string {
  const read = readCase(raw);
  const answer = read.ok ? simulate(read.value, [NATIONAL_2024], '2026-03-02') : read;
  return answer.ok ? humanText(answer.value, language) : humanRefusal(answer.refusal, language);
}

describe('the table for people', () => {
  it('aligns ideographs and letters', () => {
    expect(['abc', '甲', '（a）', ''].map(widthOf)).toEqual([3, 2, 5, 0]);
    const lines = shown(CASE, 'zh').split('\n');
    const rows = lines.filter((line) => /\d\.00 {2}/.test(line));
    expect(rows).toHaveLength(2);
    const columns = rows.map((row) => widthOf(row.slice(0, row.indexOf('.00'))));
    expect(columns[0]).toBe(columns[1]);
  });

  it('says in both languages what is unverified and what happened', () => {
    expect(shown(CASE, 'en')).toContain('the formula’s source is unverified');
    expect(shown(CASE, 'zh')).toContain('低于基准价 1.1628%');
  });

  it('leaves no parameter of a reason unfilled', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(shown(CASE, language)).not.toMatch(/\{\w+\}/);
    }
    expect(fill('{a} {b}', { a: '1' })).toBe('1 {b}');
    for (const { zh, en } of Object.values(REASON_TEXTS)) {
      expect(zh.match(/\{\w+\}/g)?.sort()).toEqual(en.match(/\{\w+\}/g)?.sort());
    }
  });

  it('names a refusal, its numbers and its law', () => {
    const law = { ruleSet: 'national-2024', regime: 'B' };
    expect(shown({ ...CASE, law }, 'en')).toBe(
      'refused: method.unlawful\nmethod = price-score-E\ngp-lowprice-formula (87号令§55)',
    );
    expect(shown({ ...CASE, sample: ['甲'] }, 'en')).toContain('refused: method.sample_wrong');
  });
});
