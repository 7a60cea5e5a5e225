import { translatorFor } from '../../shared/i18n/catalogue';
import { categoryWord, fileSize, timeLeft } from './words';

const t = translatorFor('zh-CN');
const now = Date.parse('2026-11-24T01:42:16.000Z');

describe('words', () => {
  it.each([
    ['2026-12-08T01:30:00.000Z', '还有 13 天'],
    ['2026-11-25T01:30:00.000Z', '明天'],
    ['2026-11-24T07:00:00.000Z', '今天'],
    ['2026-11-24T01:30:00.000Z', '已截止'],
  ])('%s', (deadline, words) => {
    expect(timeLeft(t, now, deadline)).toBe(words);
  });

  it('shows an unknown code as it came', () => {
    expect(categoryWord(t, 'works')).toBe('工程建设');
    expect(categoryWord(t, '水利')).toBe('水利');
  });

  it.each([
    [0, '0 B'],
    [900, '900 B'],
    [2_202_010, '2.1 MB'],
    [224_395_264, '214 MB'],
  ])('%d bytes', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words);
  });
});
