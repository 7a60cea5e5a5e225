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
    const law = { ruleId: 'single-baseline-secret', citation: '条例§27', quote: '' };
    expect(viewOfError(new ApiError(problem, 5), 'en').byPlatform).toBe(true);
    const cited = new ApiError({ ...problem, law }, 5);
    expect(viewOfError(cited, 'en')).toMatchObject({ byPlatform: false, law });
    const other = new ApiError({ ...problem, code: 'state.stale' }, 5);
    expect(viewOfError(other, 'en').byPlatform).toBe(false);
  });

  it('owns up to failures of the page itself', () => {
    expect(viewOfError(new TypeError('x'), 'zh-CN').code).toBe('browser.unexpected');
  });
});
