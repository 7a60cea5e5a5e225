import { column, createTables, nullable } from '../database/table';

/** Saved searches that are answered by mail. */
export const Subscription0063 = createTables('Subscription1767225600063', [
  {
    name: 'subscription',
    columns: {
      id: column.key(),
      address: column.personal(),
      addressDigest: column.shortText(64),
      language: column.shortText(10),
      search: column.longText(),
      token: column.shortText(64),
      secret: column.personal(),
      askedAt: column.moment(),
      confirmedAt: nullable(column.moment()),
      told: column.whole(),
      mailedAt: nullable(column.moment()),
    },
    unique: { uq_subscription_token: ['token'] },
    index: {
      ix_subscription_address: ['addressDigest', 'askedAt'],
      ix_subscription_confirmed: ['confirmedAt'],
    },
  },
]);
