import { chineseNumber, shortCitation } from './citation';

describe('shortCitation', () => {
  it.each([
    ['《中华人民共和国招标投标法》第二十四条', '招标投标法 第 24 条'],
    ['《中华人民共和国招标投标法实施条例》第五十四条第一款', '条例 第 54 条第 1 款'],
    ['《电子招标投标办法》第27条', '电子招标投标办法 第 27 条'],
    ['青公管〔2026〕12 号', '青公管〔2026〕12 号'],
    ['《青禾县工程建设管理办法》第十条', '青禾县工程建设管理办法 第 10 条'],
  ])('%s', (full, short) => {
    expect(shortCitation(full)).toBe(short);
  });

  it.each([
    ['十', 10],
    ['十九', 19],
    ['二十', 20],
    ['一百零八', 108],
    ['一百一十', 110],
    ['若干', null],
  ])('reads %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });
});
