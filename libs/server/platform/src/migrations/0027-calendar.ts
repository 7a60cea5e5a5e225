import { column, createTables } from '../database/table';

/** Years of the official calendar that this installation entered itself. */
export const Calendar0027 = createTables('Calendar1767225600027', [
  {
    name: 'calendar_year',
    columns: {
      year: column.key(4),
      off: column.json(),
      work: column.json(),
      source: column.shortText(300),
      version: column.whole(),
      changedAt: column.moment(),
    },
  },
]);
