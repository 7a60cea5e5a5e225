import { fingerprintGroups } from './fingerprint-groups';

describe('fingerprintGroups', () => {
  it('shows both ends of a digest', () => {
    const digest = '9368a7d21e018f64' + '0'.repeat(44) + 'b90e';
    expect(fingerprintGroups(digest)).toEqual({
      head: '9368 a7d2',
      middle: '1e01 8f64',
      tail: 'b90e',
    });
  });

  it('shows a short text whole', () => {
    expect(fingerprintGroups('92mdabcd')).toEqual({ head: '92md abcd', middle: '', tail: '' });
  });
});
