import { addColumns, column } from '../database/table';

/** For whom a publication was confirmed: the tenderer, or its agency. */
export const ConfirmedFor0071 = addColumns('ConfirmedFor1767225600071', {
  publication: { confirmedFor: column.ref() },
});
