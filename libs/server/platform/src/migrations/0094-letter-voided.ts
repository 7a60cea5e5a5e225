import { addColumns, column } from '../database/table';

/** When the award of a letter became void. */
export const LetterVoided0094 = addColumns('LetterVoided1767225600094', {
  letter: { voidedAt: column.moment() },
});
