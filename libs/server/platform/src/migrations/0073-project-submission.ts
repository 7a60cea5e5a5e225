import { column, createTables } from '../database/table';

/** What was handed in each time of a project. */
export const ProjectSubmission0073 = createTables('ProjectSubmission1767225600073', [
  {
    name: 'project_submission',
    columns: {
      id: column.key(),
      projectId: column.ref(),
      number: column.whole(),
      content: column.json(),
      submittedBy: column.ref(),
      submittedAt: column.moment(),
    },
    unique: { uq_project_submission: ['projectId', 'number'] },
  },
]);
