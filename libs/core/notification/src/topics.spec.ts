import { briefOf, MESSAGE_LANGUAGES, MESSAGE_TOPICS, nextTry, TOPICS, wordsOf } from './index';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('messages', () => {
  it.each(MESSAGE_TOPICS)('%s asks for the same parameters in both languages', (topic) => {
    const asked = MESSAGE_LANGUAGES.map((language) => {
      const { title, text } = TOPICS[topic][language];
      return [...new Set(placeholders(`${title} ${text}`))];
    });
    expect(asked[0]).toEqual(asked[1]);
  });

  it('are filled in the reader’s language', () => {
    const params = { code: 'P2026-0001', title: '人行桥' };
    expect(wordsOf('project.registered', params, 'zh-CN').text).toContain('P2026-0001 人行桥');
    expect(wordsOf('project.registered', params, 'en').text).toMatch(/^P2026-0001 人行桥 is/);
    expect(wordsOf('project.registered', {}, 'en').text).not.toContain('{');
  });

  it('say on a telephone’s display what they are about', () => {
    const params = { code: 'T2026-0001', title: '人行桥' };
    const topic = 'tender.suspended';
    expect(briefOf(topic, params, 'zh-CN')).toMatch(/（T2026-0001）$/);
    expect(briefOf(topic, params, 'en')).toMatch(/ \(T2026-0001\)$/);
    expect(briefOf(topic, {}, 'en')).toBe(wordsOf(topic, {}, 'en').title);
    expect(briefOf('contract.signed', { number: 'HT-1' }, 'en')).toContain('HT-1');
  });

  it('are tried again with growing pauses, and given up at last', () => {
    const waits = Array.from({ length: 12 }, (_, index) => nextTry(index + 1));
    expect(waits[0]).toEqual({ waitMs: 30_000, giveUp: false });
    for (const [index, { waitMs }] of waits.entries()) {
      expect(waitMs).toBeGreaterThanOrEqual(waits[index - 1]?.waitMs ?? 0);
      expect(waitMs).toBeLessThanOrEqual(6 * 3_600_000);
    }
    expect(waits.map((one) => one.giveUp)).toEqual([...Array<boolean>(11).fill(false), true]);
  });
});
