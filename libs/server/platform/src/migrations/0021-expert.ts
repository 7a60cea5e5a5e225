import { column, createTables } from '../database/table';

/** The pool of experts. */
export const Expert0021 = createTables('Expert1767225600021', [
  {
    name: 'expert',
    columns: {
      id: column.key(),
      personId: column.ref(),
      name: column.personal(),
      specialties: column.json(),
      employer: column.shortText(120),
      employerCode: column.shortText(18),
      region: column.shortText(60),
      title: column.shortText(60),
      phone: column.personal(),
      termUntil: column.moment(),
      state: column.shortText(12),
      recusals: column.json(),
      createdAt: column.moment(),
    },
    unique: { uq_expert_person: ['personId'] },
    index: { ix_expert_state: ['state'] },
  },
]);
