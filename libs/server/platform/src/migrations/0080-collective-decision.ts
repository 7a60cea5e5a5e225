import { addColumns, column } from '../database/table';

/** How a village decided about a project of its own, with the minutes. */
export const CollectiveDecision0080 = addColumns('CollectiveDecision1767225600080', {
  project: { collective: column.json() },
});
