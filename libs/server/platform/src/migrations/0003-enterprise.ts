import { column, createTables, nullable } from '../database/table';

/** The county's bidder register. */
export const Enterprise0003 = createTables('Enterprise1767225600003', [
  {
    name: 'enterprise',
    columns: {
      id: column.key(),
      creditCode: column.shortText(18),
      name: column.shortText(120),
      state: column.shortText(12),
      version: column.whole(),
      address: column.shortText(200),
      legalRepresentative: column.personal(),
      contactName: column.personal(),
      contactPhone: column.personal(),
      bankName: column.personal(),
      bankAccount: column.personal(),
      qualifications: column.json(),
      missing: column.json(),
      memberNumber: nullable(column.shortText(20)),
      verifiedBy: nullable(column.ref()),
      createdAt: column.moment(),
      submittedAt: nullable(column.moment()),
      verifiedAt: nullable(column.moment()),
    },
    unique: { uq_enterprise_credit_code: ['creditCode'] },
    index: { ix_enterprise_state: ['state', 'submittedAt'] },
  },
  {
    name: 'enterprise_version',
    columns: {
      id: column.key(),
      enterpriseId: column.ref(),
      version: column.whole(),
      content: column.personal(),
      createdAt: column.moment(),
    },
    unique: { uq_enterprise_version: ['enterpriseId', 'version'] },
  },
]);
