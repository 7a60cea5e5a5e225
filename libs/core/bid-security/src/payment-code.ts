/** What a payment code begins with. The rest is random: a running number would tell how many came before. */
export const PAYMENT_CODE_PREFIX = 'B';

const CODE =
  /(?<![0-9A-Z])B[-\s_]*([23456789A-HJ-NP-Z]{4})[-\s_]*([23456789A-HJ-NP-Z]{4})(?![0-9A-Z])/g;

/**
 * The payment codes in what a payer wrote as the purpose of a transfer, in the form they were given out (`B-7KQ4-92MD`), each
 * once. Banks drop dashes, put blanks in and fold letters; none of that loses a code.
 */
export function paymentCodesIn(text: string): readonly string[] {
  const folded = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[–—－]/g, '-');
  const found = [...folded.matchAll(CODE)].map(
    ([, one = '', other = '']) => `${PAYMENT_CODE_PREFIX}-${one}-${other}`,
  );
  return [...new Set(found)];
}

/** An account number without what people put between its digits. */
export function plainAccount(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** Whether two account numbers are one; an empty one is nobody's. */
export function isSameAccount(one: string, other: string): boolean {
  const plain = plainAccount(one);
  return plain !== '' && plain === plainAccount(other);
}
