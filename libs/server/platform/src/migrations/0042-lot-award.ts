import { column, createTables, nullable } from '../database/table';

/** An award of each lot. */
export const LotAward0042 = createTables('LotAward1767225600042', [
  {
    name: 'lot_award',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      price: nullable(column.fen()),
      awardedAt: column.moment(),
    },
    unique: { uq_lot_award: ['tenderId', 'lot'] },
  },
]);
