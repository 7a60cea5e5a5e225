import { fen } from '@core/kernel';
import { amountOf, formatTenThousands, shownYuan } from './amounts';

describe('amounts', () => {
  it('reads the wire and nothing else', () => {
    expect(amountOf('1268400000')).toBe(1_268_400_000);
    expect(amountOf('12.5')).toBeNull();
    expect(amountOf('-1')).toBeNull();
  });

  it('writes the yuan of a record for people', () => {
    expect(shownYuan('3612345.67')).toBe('3,612,345.67');
    expect(shownYuan('much')).toBe('much');
  });

  it('rounds to hundredths of ten thousand', () => {
    expect(formatTenThousands(fen(1_268_400_000))).toBe('1,268.40');
    expect(formatTenThousands(fen(48_600_000))).toBe('48.60');
    expect(formatTenThousands(fen(4_999))).toBe('0.00');
    expect(formatTenThousands(fen(5_000))).toBe('0.01');
  });
});
