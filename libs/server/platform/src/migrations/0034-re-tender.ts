import { column, createTables } from '../database/table';

/** Which tender repeats which: a failed one is repeated once. */
export const ReTender0034 = createTables('ReTender1767225600034', [
  {
    name: 're_tender',
    columns: { id: column.key(), previousId: column.ref() },
    unique: { uq_re_tender_previous: ['previousId'] },
  },
]);
