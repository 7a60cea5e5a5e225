import { addColumns, column } from '../database/table';

/** The printed receipt of a sign-up. */
export const SignUpReceipt0067 = addColumns('SignUpReceipt1767225600067', {
  sign_up: { receiptFileId: column.ref() },
});
