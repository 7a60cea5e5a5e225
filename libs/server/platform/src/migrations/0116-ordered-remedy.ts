import { addColumns, column } from '../database/table';

/** An objection that stands for what a decision on a complaint orders. */
export const OrderedRemedy0116 = addColumns('OrderedRemedy1767225600116', {
  objection: { complaintId: column.ref(), ordered: column.shortText(20) },
});
