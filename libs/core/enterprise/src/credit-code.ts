const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The check character of the first 17 characters of a unified social credit code (GB 32100-2015). */
export function creditCodeCheck(first17: string): string | null {
  let sum = 0;
  for (const [position, weight] of WEIGHTS.entries()) {
    const value = LETTERS.indexOf(first17.charAt(position));
    if (value < 0) return null;
    sum += value * weight;
  }
  return LETTERS.charAt((31 - (sum % 31)) % 31);
}

/** Whether a text is a unified social credit code with a correct check character. */
export function isCreditCode(text: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) &&
    creditCodeCheck(text.slice(0, 17)) === text.charAt(17)
  );
}
