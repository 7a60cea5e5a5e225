import { column, createTables } from '../database/table';

/** How experts served on panels whose members are public, judged once by each organisation. */
export const ExpertAssessment0123 = createTables('ExpertAssessment1767225600123', [
  {
    name: 'expert_assessment',
    columns: {
      id: column.key(),
      expertId: column.ref(),
      tenderId: column.ref(),
      seat: column.whole(),
      organisationId: column.ref(),
      grade: column.shortText(8),
      text: column.longText(),
      at: column.moment(),
    },
    unique: { uq_expert_assessment: ['expertId', 'tenderId', 'organisationId'] },
    index: { ix_expert_assessment_tender: ['tenderId'] },
  },
]);
