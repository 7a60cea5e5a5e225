import { excerptOf, initialsOf, soughtIn, tokensOf } from './tokens';

describe('tokens of the search index', () => {
  it('are the pairs of neighbours, and the last letter alone', () => {
    expect(tokensOf('采花乡，A1')).toBe('91c782b1 82b14e61 4e61 00610031 0031');
    expect(tokensOf('，。')).toBe('');
    expect(tokensOf('ＡＢ')).toBe(tokensOf('ab'));
  });

  it('of a question are phrases that stand where the word stands', () => {
    const [first] = soughtIn('花乡 道路');
    expect(first).toEqual({ phrase: '82b14e61' });
    expect(tokensOf('采花乡农村道路')).toContain('82b14e61');
    expect(soughtIn('路')).toEqual([{ beginning: '8def' }]);
    expect(soughtIn('"*^ -')).toEqual([]);
    expect(soughtIn('a b c d e f g h i j')).toHaveLength(8);
  });

  it('know the initials of pinyin', () => {
    expect(initialsOf('采花乡农村道路2026')).toBe('chxncdl2026');
  });
});

it('shows where a word stands, whatever its case and width', () => {
  const text = `${'前'.repeat(60)}Ｂ级防火门${'后'.repeat(60)}`;
  expect(excerptOf(text, 'b级')).toEqual({
    before: `…${'前'.repeat(40)}`,
    found: 'B级',
    after: `防火门${'后'.repeat(37)}…`,
  });
  expect(excerptOf('防火门', '门')).toEqual({ before: '防火', found: '门', after: '' });
  expect(excerptOf('防火门', 'fhm')).toBeNull();
});
