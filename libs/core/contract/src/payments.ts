import { accept, fen, refuse, type Fen, type Refusal, type Result } from '@core/kernel';

/** Why a payment is not recorded. */
export type PaymentRefusal = Refusal<'contract.overpaid' | 'contract.payment_invalid'>;

/** What was paid in all. */
export function paidInAll(payments: readonly { readonly sum: Fen }[]): Fen {
  return fen(payments.reduce((total, payment) => total + payment.sum, 0));
}

/**
 * Takes a payment: a sum above zero that is not more than what the contract, with its agreed changes, leaves to be paid.
 * Returns what is left after it.
 */
export function pay(
  price: Fen,
  payments: readonly { readonly sum: Fen }[],
  sum: Fen,
): Result<Fen, PaymentRefusal> {
  if (sum === 0) return refuse('contract.payment_invalid');
  const left = price - paidInAll(payments) - sum;
  return left < 0
    ? refuse('contract.overpaid', { price, paid: paidInAll(payments), sum })
    : accept(fen(left));
}
