import { column, createTables, nullable } from '../database/table';

/** Batches of recipients that key holders made ahead of tenders. */
export const HolderKey0033 = createTables('HolderKey1767225600033', [
  {
    name: 'holder_batch',
    columns: {
      id: column.key(),
      organisationId: column.ref(),
      holder: column.shortText(40),
      x: column.whole(),
      publicKey: column.shortText(64),
      backup: column.longText(),
      createdAt: column.moment(),
    },
    index: { ix_holder_batch_organisation: ['organisationId', 'createdAt'] },
  },
  {
    name: 'holder_key',
    columns: {
      id: column.key(),
      batchId: column.ref(),
      organisationId: column.ref(),
      number: column.whole(),
      slot: column.shortText(80),
      recipient: column.shortText(100),
      signature: column.json(),
      tenderId: nullable(column.ref()),
    },
    unique: { uq_holder_key_recipient: ['recipient'] },
    index: {
      ix_holder_key_batch: ['batchId', 'number'],
      ix_holder_key_tender: ['tenderId'],
    },
  },
]);
