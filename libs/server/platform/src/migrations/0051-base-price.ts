import { column, createTables, nullable } from '../database/table';

/** Base prices: the commitment of each lot, and what was opened. */
export const BasePrice0051 = createTables('BasePrice1767225600051', [
  {
    name: 'base_price',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      commit: column.shortText(64),
      sealedAt: column.moment(),
      price: nullable(column.fen()),
      nonce: nullable(column.shortText(64)),
      openedAt: nullable(column.moment()),
    },
    unique: { uq_base_price_lot: ['tenderId', 'lot'] },
  },
]);
