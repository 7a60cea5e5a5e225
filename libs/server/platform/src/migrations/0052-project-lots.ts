import { addColumns, column } from '../database/table';

/** The lots a project names when it is registered. */
export const ProjectLots0052 = addColumns('ProjectLots1767225600052', {
  project: { lots: column.json() },
});
