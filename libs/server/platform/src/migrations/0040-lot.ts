import { column, createTables, nullable } from '../database/table';

/** Lots of tenders, who takes part in which, and consortia. */
export const Lot0040 = createTables('Lot1767225600040', [
  {
    name: 'lot',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      number: column.whole(),
      title: column.shortText(200),
      estimate: column.fen(),
      ceiling: nullable(column.fen()),
      bidBond: column.fen(),
      qualification: nullable(column.json()),
      state: column.shortText(10),
      nextTenderId: nullable(column.ref()),
    },
    unique: { uq_lot_number: ['tenderId', 'number'] },
  },
  {
    name: 'lot_party',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      enterpriseId: column.ref(),
      role: column.shortText(10),
      consortiumId: nullable(column.ref()),
      signedUp: column.whole(),
      hasBid: column.whole(),
    },
    unique: { uq_lot_party: ['tenderId', 'lot', 'enterpriseId'] },
    index: { ix_lot_party_consortium: ['consortiumId'] },
  },
  {
    name: 'consortium',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      leaderId: column.ref(),
      state: column.shortText(10),
      agreementFileId: column.ref(),
      agreementSha256: column.shortText(64),
      createdAt: column.moment(),
      completedAt: nullable(column.moment()),
    },
    index: { ix_consortium_tender: ['tenderId', 'lot'] },
  },
  {
    name: 'consortium_member',
    columns: {
      id: column.key(),
      consortiumId: column.ref(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      creditCode: column.shortText(18),
      place: column.whole(),
      personId: nullable(column.ref()),
      confirmedAt: nullable(column.moment()),
    },
    unique: { uq_consortium_member: ['consortiumId', 'enterpriseId'] },
    index: { ix_consortium_member_enterprise: ['enterpriseId'] },
  },
]);
