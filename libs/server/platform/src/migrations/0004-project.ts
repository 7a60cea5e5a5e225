import { column, createTables, nullable } from '../database/table';

/** Projects. */
export const Project0004 = createTables('Project1767225600004', [
  {
    name: 'project',
    columns: {
      id: column.key(),
      code: column.shortText(20),
      tendererId: column.ref(),
      title: column.shortText(200),
      kind: column.shortText(10),
      owner: column.shortText(20),
      category: column.shortText(40),
      region: column.shortText(60),
      partOfWorks: column.whole(),
      fiscalFunds: column.whole(),
      estimate: column.fen(),
      totalInvestment: column.fen(),
      approvalNumber: column.shortText(120),
      regime: column.shortText(1),
      ruleSetId: column.shortText(30),
      findings: column.json(),
      state: column.shortText(12),
      missing: column.json(),
      receipt: nullable(column.shortText(20)),
      createdAt: column.moment(),
      submittedAt: column.moment(),
      registeredAt: nullable(column.moment()),
    },
    unique: { uq_project_code: ['code'] },
    index: {
      ix_project_tenderer: ['tendererId', 'createdAt'],
      ix_project_state: ['state', 'submittedAt'],
    },
  },
]);
