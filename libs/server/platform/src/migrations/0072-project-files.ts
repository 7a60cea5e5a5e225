import { addColumns, column } from '../database/table';

/** Files that go with a project. */
export const ProjectFiles0072 = addColumns('ProjectFiles1767225600072', {
  project: { attachments: column.json() },
});
