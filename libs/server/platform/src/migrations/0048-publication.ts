import { column, createTables, nullable } from '../database/table';

/** Prepared publications: by one person, confirmed by another, out at their hour. */
export const Publication0048 = createTables('Publication1767225600048', [
  {
    name: 'publication',
    columns: {
      id: column.key(),
      text: column.longText(),
      digest: column.shortText(64),
      publishAt: nullable(column.moment()),
      fourEyes: column.whole(),
      preparedBy: column.ref(),
      preparedAt: column.moment(),
      confirmedBy: nullable(column.ref()),
      confirmedAt: nullable(column.moment()),
    },
  },
]);
