import type { Finding } from '../api/wire';
import { translatorFor } from '../i18n/catalogue';
import { judgedRules } from './judged-rules';

const chinese = { t: translatorFor('zh-CN'), locale: 'zh-CN' } as const;
const english = { t: translatorFor('en'), locale: 'en' } as const;

const finding = (change: Partial<Finding>): Finding => ({
  ruleId: 'A-PREPARATION',
  outcome: 'satisfied',
  severity: 'block',
  citation: '《中华人民共和国招标投标法》第二十四条',
  quote: '最短不得少于二十日',
  zh: '投标准备期不少于 20 日',
  en: 'At least 20 days to prepare a bid',
  status: 'checked',
  facts: { days: '28' },
  ...change,
});

describe('judgedRules', () => {
  it('speaks the reader’s language and carries the facts', () => {
    expect(judgedRules([finding({})], english)).toEqual([
      {
        citation: {
          ruleId: 'A-PREPARATION',
          citation: '《中华人民共和国招标投标法》第二十四条',
          summary: 'At least 20 days to prepare a bid',
          quote: '最短不得少于二十日',
          unverified: false,
        },
        refuses: false,
        warns: false,
        facts: [{ label: 'Days', value: '28' }],
      },
    ]);
  });

  it('writes money, instants and numbers as what they are, and leaves flags out', () => {
    const facts = {
      total: '600000000',
      threshold: '400000000',
      deadline: '1796693400000',
      reached: 'true',
    };
    const [money] = judgedRules([finding({ facts })], chinese);
    expect(money?.facts).toEqual([
      { label: '合计', value: '6,000,000.00 元' },
      { label: '限额', value: '4,000,000.00 元' },
      { label: '投标截止', value: '2026-12-08 09:30:00' },
    ]);
    const [panel] = judgedRules([finding({ facts: { total: '5' } })], chinese);
    expect(panel?.facts).toEqual([{ label: '合计', value: '5' }]);
  });

  it('shows a rule once, and its refusal rather than its satisfaction', () => {
    const [only, ...others] = judgedRules(
      [finding({}), finding({ outcome: 'violated', status: 'unverified' })],
      chinese,
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ refuses: true, citation: { unverified: true } });
  });

  it('does not call a warning a refusal', () => {
    const [only] = judgedRules([finding({ outcome: 'violated', severity: 'warn' })], chinese);
    expect(only?.refuses).toBe(false);
  });
});
