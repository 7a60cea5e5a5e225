import { parseProblem } from './api-error';

describe('parseProblem', () => {
  it('keeps code, params, law, fields and trace', () => {
    const body = {
      type: 'about:blank',
      status: 409,
      code: 'tender.too_short',
      params: { days: 18 },
      law: { ruleId: 'bid.preparation', citation: '《招标投标法》第24条' },
      fields: [{ path: 'deadline', code: 'too_early' }, 'nonsense'],
      traceId: '0198',
    };
    expect(parseProblem(body, 409)).toEqual({
      status: 409,
      code: 'tender.too_short',
      params: { days: 18 },
      law: { ruleId: 'bid.preparation', citation: '《招标投标法》第24条' },
      fields: [{ path: 'deadline', code: 'too_early' }],
      traceId: '0198',
    });
  });

  it('keeps the words of the law, and nothing that is none', () => {
    const law = { ruleId: 'r', citation: 'c', quote: 'q', zh: '中', en: 'e', status: 'unverified' };
    expect(parseProblem({ code: 'x.y', law }, 409).law).toEqual(law);
    expect(parseProblem({ code: 'x.y', law: { ...law, status: 7, quote: 5 } }, 409).law).toEqual({
      ruleId: 'r',
      citation: 'c',
      zh: '中',
      en: 'e',
    });
  });

  it.each([undefined, null, '<html>', { message: 'Bad Gateway' }, []])('%p is internal', (body) => {
    expect(parseProblem(body, 502)).toEqual({ status: 502, code: 'internal' });
  });
});
