import { column, createTables } from '../database/table';

/** What was bought on the spot for agro-forestry projects. */
export const LocalPurchase0046 = createTables('LocalPurchase1767225600046', [
  {
    name: 'local_purchase',
    columns: {
      id: column.key(),
      code: column.shortText(20),
      title: column.shortText(200),
      tendererName: column.shortText(120),
      region: column.shortText(60),
      items: column.json(),
      total: column.fen(),
      reason: column.shortText(500),
      citation: column.shortText(200),
      publishedAt: column.moment(),
      publicUntil: column.moment(),
    },
    index: { ix_local_purchase_published: ['publishedAt', 'id'] },
  },
]);
