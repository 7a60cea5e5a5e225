import { column, createTables } from '../database/table';

/** Records waiting for their place in the log. */
export const Ledger0010 = createTables('Ledger1767225600010', [
  {
    name: 'ledger_pending',
    columns: {
      seq: column.counted(),
      recordId: column.ref(),
      type: column.shortText(60),
      scope: column.shortText(120),
      body: column.json(),
      at: column.moment(),
    },
    unique: { uq_ledger_pending_record: ['recordId'] },
  },
]);
