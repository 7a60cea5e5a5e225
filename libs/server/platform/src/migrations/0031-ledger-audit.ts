import { column, createTables } from '../database/table';

/** What the nightly audits of the log found. */
export const LedgerAudit0031 = createTables('LedgerAudit1767225600031', [
  {
    name: 'ledger_audit',
    columns: {
      id: column.key(),
      begunAt: column.moment(),
      size: column.whole(),
      faults: column.whole(),
      audit: column.json(),
    },
    index: { ix_ledger_audit_begun: ['begunAt'] },
  },
]);
