const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/**
 * The check character of a text of digits and capital letters by ISO 7064 MOD 37-2 (GB/T 17710), computed step by step
 * so that no length overflows. Throws a RangeError on any other character.
 */
export function isoMod37(text: string): string {
  let sum = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0 || character === '*')
      throw new RangeError(`not a digit or capital: ${character}`);
    sum = ((sum + value) * 2) % 37;
  }
  return ALPHABET.charAt((38 - sum) % 37);
}
