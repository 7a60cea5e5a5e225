import { column, createTables, nullable } from '../database/table';

/** Panels at work: members, reviews, reports. */
export const Evaluation0012 = createTables('Evaluation1767225600012', [
  {
    name: 'evaluation',
    columns: {
      id: column.key(),
      seats: column.whole(),
      assessments: nullable(column.json()),
      reportDigest: nullable(column.shortText(64)),
      reportedAt: nullable(column.moment()),
      signedAt: nullable(column.moment()),
      createdAt: column.moment(),
    },
  },
  {
    name: 'judge',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      personId: column.ref(),
      seat: column.whole(),
      declaredAt: nullable(column.moment()),
      dissent: nullable(column.shortText(255)),
      signedAt: nullable(column.moment()),
      checkedInAt: column.moment(),
    },
    unique: { uq_judge_tender_person: ['tenderId', 'personId'] },
  },
  {
    name: 'review',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      personId: column.ref(),
      bidId: column.ref(),
      responsive: column.whole(),
      ground: column.longText(),
      at: column.moment(),
    },
    unique: { uq_review_tender_person_bid: ['tenderId', 'personId', 'bidId'] },
  },
]);
