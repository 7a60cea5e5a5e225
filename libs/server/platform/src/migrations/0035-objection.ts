import { column, createTables, nullable } from '../database/table';

/** Objections to published candidates. */
export const Objection0035 = createTables('Objection1767225600035', [
  {
    name: 'objection',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      enterpriseName: column.shortText(120),
      text: column.longText(),
      filedAt: column.moment(),
      replyBy: nullable(column.moment()),
      citation: nullable(column.shortText(200)),
      reply: nullable(column.longText()),
      upheld: nullable(column.whole()),
      repliedAt: nullable(column.moment()),
    },
    index: {
      ix_objection_tender: ['tenderId', 'filedAt'],
      ix_objection_enterprise: ['enterpriseId', 'filedAt'],
    },
  },
]);
