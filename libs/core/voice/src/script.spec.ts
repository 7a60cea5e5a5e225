import fc from 'fast-check';
import {
  callTemplate,
  DEFAULT_CALL_TEMPLATE,
  invitationScript,
  spokenMoment,
  spokenNumber,
  spokenText,
} from './index';

const at = Date.parse('2026-03-05T01:30:00.000Z');

describe('numbers', () => {
  it.each([
    [0, '零'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [28, '二十八'],
  ])('%i is said %s', (value, said) => {
    expect(spokenNumber(value)).toBe(said);
  });

  it.each([
    ['11月28日 9:30', '十一月二十八日 九时三十分'],
    ['14:00', '十四时整'],
    ['3楼302室', '三楼三零二室'],
    ['人民路18号A座１２层', '人民路十八号A座十二层'],
    ['2026年', '二零二六年'],
    ['0719-8661234', '零七一九-八六六一二三四'],
  ])('%s is said %s', (text, said) => {
    expect(spokenText(text)).toBe(said);
  });

  it('leave no digit behind', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(spokenText(text)).not.toMatch(/[0-9]/);
      }),
    );
  });

  it('tell a moment in Beijing', () => {
    expect(spokenMoment(at)).toBe('三月五日星期四上午九时三十分');
    expect(spokenMoment(Date.parse('2026-12-31T06:00:00.000Z'))).toBe(
      '十二月三十一日星期四下午二时整',
    );
  });
});

describe('a template', () => {
  it('knows a time and a place', () => {
    expect(callTemplate('')).toBe(DEFAULT_CALL_TEMPLATE);
    expect(callTemplate('{time}到{place}')).toBe('{time}到{place}');
  });

  it('is refused with the marks of other systems', () => {
    for (const other of ['%name%', '$name', '[name]', '<name>']) {
      expect(() => callTemplate(`{time}{place}${other}`)).toThrow('no other placeholder');
    }
  });

  it.each([
    '{time}{place}{project}',
    '{time}{place}{{title}}',
    '{time}{place}{ 项目 }',
    '{time}',
    '{place}',
    `{time}{place}${'长'.repeat(300)}`,
  ])('is refused: %s', (text) => {
    expect(() => callTemplate(text)).toThrow();
  });
});

describe('a script', () => {
  const scriptAt = (place: string, secrets: readonly string[] = []) =>
    invitationScript(DEFAULT_CALL_TEMPLATE, { at, place, secrets });

  it('says when and where in words, and asks twice', () => {
    const { invitation, keys, sure } = scriptAt('交易中心3楼302室');
    expect(invitation).toContain('三月五日星期四上午九时三十分');
    expect(invitation).toContain('交易中心三楼三零二室');
    expect(invitation).not.toMatch(/[0-9{}]/);
    expect(Object.keys(sure ?? {})).toEqual(keys);
  });

  it('does not say a place that names the project or the tenderer', () => {
    const secrets = ['乡村公路', '青禾县教育局'];
    for (const place of ['乡村公路评标室', '青禾县教育局三楼', '']) {
      const text = JSON.stringify(scriptAt(place, secrets));
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).toContain('请登录平台查看');
    }
    expect(scriptAt('$&{time}').invitation).toContain('$&{time}');
  });
});
