import { column, createTables, nullable } from '../database/table';

/** Printed documents by fingerprint. */
export const Print0011 = createTables('Print1767225600011', [
  {
    name: 'printed',
    columns: {
      id: column.key(),
      fingerprint: column.shortText(64),
      kind: column.shortText(30),
      title: column.shortText(200),
      number: column.shortText(40),
      tenderId: nullable(column.ref()),
      fileId: column.ref(),
      producedAt: column.moment(),
    },
    unique: { uq_printed_fingerprint: ['fingerprint'] },
    index: { ix_printed_tender: ['tenderId'] },
  },
]);
