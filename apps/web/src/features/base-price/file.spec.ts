import { fen } from '@core/kernel';
import { basePrice, basePriceText } from '@core/sealed-bid';
import { basePriceFromFile, fileName } from './file';

const one = basePrice('T', 2, fen(100), new Uint8Array(32));
const file = (text: string): Blob => new Blob([text]);

describe('the base price file', () => {
  it('is named after its tender and lot', () => {
    expect(fileName('ZB-1', one)).toBe('ZB-1-2.base-price.json');
    const whole = basePrice('T', null, fen(100), new Uint8Array(32));
    expect(fileName('ZB-1', whole)).toBe('ZB-1.base-price.json');
  });

  it('is read for its own tender only', async () => {
    expect(await basePriceFromFile(file(basePriceText(one)), 'T')).toEqual(one);
    expect(await basePriceFromFile(file(basePriceText(one)), 'U')).toBeNull();
    expect(await basePriceFromFile(file('{}'), 'T')).toBeNull();
  });
});
