import { browserFeatures } from './browser-features';

const complete = {
  isSecureContext: true,
  crypto: { subtle: {} },
  Worker: {},
  WebAssembly: {},
  ReadableStream: {},
  BigInt: {},
};

describe('browserFeatures', () => {
  it('finds nothing missing in a current browser over https', () => {
    expect(browserFeatures(complete)).toEqual({ secure: true, missing: [] });
  });

  it('sees that http takes the cryptography away', () => {
    const host = { ...complete, isSecureContext: false, crypto: {} };
    expect(browserFeatures(host)).toEqual({ secure: false, missing: ['Web Crypto'] });
  });
});
