import { parseReturn } from './return-to';

describe('parseReturn', () => {
  it('keeps addresses of this site', () => {
    expect(parseReturn({ to: '/work/account?x=1' })).toEqual({ to: '/work/account?x=1' });
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'work', 5])(
    'drops %p',
    (to) => {
      expect(parseReturn({ to })).toEqual({});
    },
  );
});
