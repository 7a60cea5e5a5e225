import { column, createTables, nullable } from '../database/table';

/** Questions about documents, clarifications, and who has seen which. */
export const Clarification0029 = createTables('Clarification1767225600029', [
  {
    name: 'question',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      text: column.longText(),
      askedAt: column.moment(),
      answer: nullable(column.longText()),
      answeredAt: nullable(column.moment()),
    },
    index: { ix_question_tender: ['tenderId', 'askedAt'] },
  },
  {
    name: 'clarification',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      number: column.whole(),
      text: column.longText(),
      affectsPreparation: column.whole(),
      previousDeadline: column.moment(),
      deadline: column.moment(),
      citation: nullable(column.shortText(200)),
      publishedAt: column.moment(),
    },
    unique: { uq_clarification_number: ['tenderId', 'number'] },
  },
  {
    name: 'clarification_seen',
    columns: {
      id: column.key(),
      clarificationId: column.ref(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      at: column.moment(),
    },
    unique: { uq_clarification_seen: ['clarificationId', 'enterpriseId'] },
    index: { ix_clarification_seen_tender: ['tenderId', 'enterpriseId'] },
  },
]);
