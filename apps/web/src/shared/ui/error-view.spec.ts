import { ApiError } from '../api/api-error';
import { viewOfError } from './error-view';

describe('viewOfError', () => {
  it('tells a known code in the reader’s language, with its trace', () => {
    const error = new ApiError({ status: 412, code: 'state.stale', traceId: '0198' }, 5);
    expect(viewOfError(error, 'en')).toMatchObject({
      happened: 'Somebody changed this after you opened it',
      code: 'state.stale',
      traceId: '0198',
      law: null,
      at: 5,
    });
  });

  it('never leaves an unknown code without words', () => {
    const error = new ApiError({ status: 409, code: 'future.code' }, 5);
    expect(viewOfError(error, 'zh-CN')).toMatchObject({
      happened: '平台没有完成这一步',
      code: 'future.code',
    });
  });

  it('says of a refusal without a law whether it is a rule of the platform', () => {
    const problem = { status: 409, code: 'base_price.sealed_already', traceId: '0198' } as const;
    const law = { ruleId: 'single-baseline-secret', citation: '条例§27' };
    expect(viewOfError(new ApiError(problem, 5), 'en').byPlatform).toBe(true);
    const cited = new ApiError({ ...problem, law }, 5);
    expect(viewOfError(cited, 'en')).toMatchObject({ byPlatform: false, law });
    const other = new ApiError({ ...problem, code: 'state.stale' }, 5);
    expect(viewOfError(other, 'en').byPlatform).toBe(false);
  });

  it('shows the words of the law in the reader’s language, and marks what was not checked', () => {
    const law = {
      ruleId: 'gp-award-in-order',
      citation: '政采条例§43',
      quote: '按顺序确定',
      zh: '按顺序确定中标供应商',
      en: 'The award follows the order',
      status: 'unverified',
    } as const;
    const error = new ApiError({ status: 409, code: 'award.not_first_ranked', law }, 5);
    expect(viewOfError(error, 'en').law).toEqual({
      ruleId: 'gp-award-in-order',
      citation: '政采条例§43',
      quote: '按顺序确定',
      summary: 'The award follows the order',
      unverified: true,
    });
    const checked = new ApiError({ ...error.problem, law: { ...law, status: 'checked' } }, 5);
    expect(viewOfError(checked, 'zh-CN').law).toMatchObject({
      summary: '按顺序确定中标供应商',
      unverified: false,
    });
  });

  it('owns up to failures of the page itself', () => {
    expect(viewOfError(new TypeError('x'), 'zh-CN').code).toBe('browser.unexpected');
  });
});
