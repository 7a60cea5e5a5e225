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

  it('owns up to failures of the page itself', () => {
    expect(viewOfError(new TypeError('x'), 'zh-CN').code).toBe('browser.unexpected');
  });
});
