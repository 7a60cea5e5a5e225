import { addColumns, column } from '../database/table';

/** Tenders that stand still, and what an objection is against. */
export const Suspension0047 = addColumns('Suspension1767225600047', {
  tender: { suspendedAt: column.moment() },
  objection: { stage: column.shortText(12) },
});
