import { addColumns, column } from '../database/table';

/** Budget funds, what can be procured together, and a claimed exemption: what decides whether a project must be tendered. */
export const ProjectScope0064 = addColumns('ProjectScope1767225600064', {
  project: { budgetFunds: column.fen(), together: column.fen(), exemption: column.json() },
});
