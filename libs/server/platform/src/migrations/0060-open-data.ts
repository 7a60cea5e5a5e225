import { column, createTables } from '../database/table';

/** Published OCDS releases, in the order in which the public learned of them. */
export const OpenData0060 = createTables('OpenData1767225600060', [
  {
    name: 'open_release',
    columns: {
      seq: column.position(),
      source: column.ref(),
      tenderId: column.ref(),
      number: column.whole(),
      ocid: column.shortText(60),
      tag: column.shortText(30),
      date: column.moment(),
      addedAt: column.moment(),
      body: column.bytes(),
    },
    unique: {
      uq_open_release_source: ['source'],
      uq_open_release_ocid: ['ocid', 'number'],
    },
    index: {
      ix_open_release_tender: ['tenderId'],
      ix_open_release_number: ['number', 'seq'],
      ix_open_release_date: ['date', 'seq'],
    },
  },
]);
