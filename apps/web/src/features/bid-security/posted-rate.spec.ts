import fc from 'fast-check';
import { HIGHEST_PPM } from '@core/bid-security';
import { ppmOf, rateText } from './posted-rate';

describe('a posted rate', () => {
  it('is typed and shown in per cent', () => {
    expect(ppmOf('0.05')).toBe(500);
    expect(ppmOf('20')).toBe(200_000);
    for (const wrong of ['', '20.0001', '-1', '0.00001', '1e1', '.5']) {
      expect(ppmOf(wrong)).toBeNull();
    }
    expect(rateText(500)).toBe('0.05');
    expect(rateText(3_500)).toBe('0.35');
    expect(rateText(1_255)).toBe('0.1255');
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HIGHEST_PPM }), (ppm) => {
        expect(ppmOf(rateText(ppm))).toBe(ppm);
      }),
    );
  });
});
