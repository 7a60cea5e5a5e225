import { column, createTables } from '../database/table';

/** What an administrator keeps for bid securities: posted rates, and the account in use. */
export const DepositTerms0104 = createTables('DepositTerms1767225600104', [
  {
    name: 'deposit_rate',
    columns: {
      day: column.key(10),
      ppm: column.whole(),
      source: column.shortText(300),
      enteredAt: column.moment(),
    },
  },
  {
    name: 'security_account',
    columns: {
      id: column.key(),
      payee: column.shortText(120),
      bank: column.shortText(120),
      account: column.shortText(40),
      enteredAt: column.moment(),
    },
    index: { ix_security_account: ['enteredAt'] },
  },
]);
