import { addColumns, column } from '../database/table';

/** How the bids of a tender are compared. */
export const EvaluationPlan0085 = addColumns('EvaluationPlan1767225600085', {
  tender: { plan: column.json() },
});
