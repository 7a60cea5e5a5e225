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

  it.each([undefined, null, '<html>', { message: 'Bad Gateway' }, []])('%p is internal', (body) => {
    expect(parseProblem(body, 502)).toEqual({ status: 502, code: 'internal' });
  });
});
