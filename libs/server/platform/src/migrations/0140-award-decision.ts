import { column, createTables } from '../database/table';

/** What tenderers' committees decided of lots whose candidates are not ranked. */
export const AwardDecision0140 = createTables('AwardDecision1767225600140', [
  {
    name: 'award_decision',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      way: column.shortText(12),
      members: column.personal(),
      candidateId: column.ref(),
      reason: column.longText(),
      fileId: column.ref(),
      decidedAt: column.moment(),
    },
    index: { ix_award_decision_tender: ['tenderId', 'decidedAt'] },
  },
]);
