import { column, createTables, nullable } from '../database/table';

/** Prequalified contractors by trade, who takes part in a lottery, and what happens in it. */
export const ContractorPool0023 = createTables('ContractorPool1767225600023', [
  {
    name: 'contractor_pool',
    columns: {
      id: column.key(),
      trade: column.shortText(40),
      name: column.shortText(120),
      notice: column.longText(),
      openedAt: column.moment(),
    },
    unique: { uq_contractor_pool_trade: ['trade'] },
  },
  {
    name: 'pool_member',
    columns: {
      id: column.key(),
      poolId: column.ref(),
      enterpriseId: column.ref(),
      state: column.shortText(12),
      appliedAt: column.moment(),
      admittedAt: nullable(column.moment()),
    },
    unique: { uq_pool_member: ['poolId', 'enterpriseId'] },
    index: { ix_pool_member_enterprise: ['enterpriseId'] },
  },
  {
    name: 'participation',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      receipt: column.shortText(20),
      at: column.moment(),
    },
    unique: { uq_participation: ['tenderId', 'enterpriseId'] },
    index: { ix_participation_enterprise: ['enterpriseId', 'at'] },
  },
  {
    name: 'lottery',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      state: column.shortText(12),
      seq: column.whole(),
      firms: nullable(column.json()),
      frozenAt: nullable(column.moment()),
      createdAt: column.moment(),
    },
    unique: { uq_lottery_tender: ['tenderId'] },
  },
  {
    name: 'lottery_event',
    columns: {
      id: column.key(),
      lotteryId: column.ref(),
      seq: column.whole(),
      event: column.json(),
      at: column.moment(),
    },
    unique: { uq_lottery_event_seq: ['lotteryId', 'seq'] },
  },
]);
