import { column, createTables, nullable } from '../database/table';

/** Sign-ups and downloads: nobody's business but the tenderer's until the deadline. */
export const SignUp0006 = createTables('SignUp1767225600006', [
  {
    name: 'sign_up',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      personId: column.ref(),
      receipt: column.shortText(20),
      at: column.moment(),
      withdrawnAt: nullable(column.moment()),
    },
    unique: {
      uq_sign_up_tender_enterprise: ['tenderId', 'enterpriseId'],
      uq_sign_up_receipt: ['receipt'],
    },
    index: { ix_sign_up_enterprise: ['enterpriseId', 'at'] },
  },
  {
    name: 'download',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      documentId: column.ref(),
      organisationId: nullable(column.ref()),
      address: column.personal(),
      at: column.moment(),
    },
    index: { ix_download_tender: ['tenderId', 'at'] },
  },
]);
