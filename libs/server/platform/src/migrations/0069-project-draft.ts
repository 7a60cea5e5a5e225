import { column, createTables } from '../database/table';

/** Projects as they are typed, before they are handed in. */
export const ProjectDraft0069 = createTables('ProjectDraft1767225600069', [
  {
    name: 'project_draft',
    columns: {
      id: column.key(),
      tendererId: column.ref(),
      typed: column.json(),
      createdAt: column.moment(),
      savedAt: column.moment(),
    },
    index: { ix_project_draft_tenderer: ['tendererId', 'savedAt'] },
  },
]);
