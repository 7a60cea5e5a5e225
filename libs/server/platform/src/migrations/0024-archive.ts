import { column, createTables, nullable } from '../database/table';

/** What was written when a tender ended. */
export const Archive0024 = createTables('Archive1767225600024', [
  {
    name: 'tender_closing',
    columns: {
      id: column.key(),
      closedRecordId: nullable(column.ref()),
      endedAt: column.moment(),
    },
  },
]);
