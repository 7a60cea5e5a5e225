import { column, createTables } from '../database/table';

/** Daily time-stamps over checkpoints. */
export const LedgerTimestamp0032 = createTables('LedgerTimestamp1767225600032', [
  {
    name: 'ledger_timestamp',
    columns: {
      day: column.key(10),
      size: column.whole(),
      text: column.longText(),
      token: column.longText(),
      at: column.moment(),
      authority: column.shortText(200),
    },
    index: { ix_ledger_timestamp_size: ['size'] },
  },
]);
