import { column, createTables, nullable } from '../database/table';

/** The nonce a blind review's codes come from, sealed until the names are opened. */
export const BlindReview0106 = createTables('BlindReview1767225600106', [
  {
    name: 'blind_review',
    columns: {
      id: column.key(),
      nonce: column.longText(),
      committedAt: column.moment(),
      openedAt: nullable(column.moment()),
    },
  },
]);
