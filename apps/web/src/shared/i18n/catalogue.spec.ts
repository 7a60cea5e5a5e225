import { CATALOGUES, translatorFor, type MessageKey } from './catalogue';
import { formatMessage, placeholdersIn } from './format-message';
import { ERROR_TEXTS } from './errors/index';

const keys = Object.keys(CATALOGUES['zh-CN']) as MessageKey[];

describe('formatMessage', () => {
  it('fills names and picks a plural', () => {
    const message = '{count} {count|bid|bids} from {name}';
    expect(formatMessage(message, { count: 1, name: 'A' })).toBe('1 bid from A');
    expect(formatMessage(message, { count: 3, name: 'B' })).toBe('3 bids from B');
  });

  it('leaves nothing where a value is missing', () => {
    expect(formatMessage('at most {limit}.')).toBe('at most .');
  });
});

describe('catalogue', () => {
  it.each(keys)('%s asks for the same values in both languages', (key) => {
    expect(placeholdersIn(CATALOGUES.en[key])).toEqual(placeholdersIn(CATALOGUES['zh-CN'][key]));
  });

  it.each(keys)('%s keeps the words we do not use out', (key) => {
    expect(CATALOGUES['zh-CN'][key]).not.toMatch(
      /[！!]|亲|温馨提示|敬请谅解|请联系管理员|操作成功/,
    );
    expect(CATALOGUES.en[key]).not.toMatch(/!|[\u4e00-\u9fff]/);
  });

  it('speaks both languages', () => {
    expect(translatorFor('zh-CN')('common.retry')).toBe('再试一次');
    expect(translatorFor('en')('common.retry')).toBe('Try again');
  });
});

describe('error texts', () => {
  const codes = Object.keys(ERROR_TEXTS['zh-CN']) as (keyof (typeof ERROR_TEXTS)['zh-CN'])[];

  it.each(codes)('%s says what happened and what to do, in both languages', (code) => {
    for (const texts of [ERROR_TEXTS['zh-CN'][code], ERROR_TEXTS.en[code]]) {
      expect(texts.happened.length).toBeGreaterThan(3);
      expect(texts.cure.length).toBeGreaterThan(3);
    }
  });
});
