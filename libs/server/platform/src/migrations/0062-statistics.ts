import { column, createTables } from '../database/table';

/** Facts for the statistics, read out of the published releases. */
export const Statistics0062 = createTables('Statistics1767225600062', [
  {
    name: 'statistics_fact',
    columns: {
      id: column.key(60),
      tenderId: column.ref(),
      year: column.shortText(4),
      region: column.shortText(60),
      fact: column.longText(),
    },
    index: { ix_statistics_fact_year: ['year', 'region'] },
  },
]);
