import { column, createTables, nullable } from '../database/table';

/** Candidates, awards, letters. */
export const Award0013 = createTables('Award1767225600013', [
  {
    name: 'candidate',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      rank: column.whole(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      price: nullable(column.fen()),
      publishedAt: column.moment(),
    },
    unique: { uq_candidate_tender_rank: ['tenderId', 'rank'] },
  },
  {
    name: 'award',
    columns: {
      id: column.key(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      price: nullable(column.fen()),
      awardedAt: column.moment(),
    },
  },
  {
    name: 'letter',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      kind: column.shortText(10),
      number: column.shortText(20),
      fileId: nullable(column.ref()),
      fingerprint: nullable(column.shortText(64)),
      sentAt: column.moment(),
    },
    unique: { uq_letter_tender_enterprise: ['tenderId', 'enterpriseId'] },
    index: { ix_letter_enterprise: ['enterpriseId'] },
  },
]);
