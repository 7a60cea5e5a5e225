import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, column, createTables, nullable } from '../database/table';

const Columns = addColumns('PoolLifeColumns', {
  contractor_pool: { terms: column.json(), basis: column.shortText(80) },
  pool_member: {
    tier: column.shortText(20),
    publishedAt: column.moment(),
    publicityUntil: column.moment(),
    reviewDueAt: column.moment(),
    reviewPassed: column.whole(),
    suspendedUntil: column.moment(),
    coolOffUntil: column.moment(),
    missing: column.json(),
  },
  lottery: { poolId: column.ref() },
});

const Tables = createTables('PoolLifeTables', [
  {
    name: 'pool_member_step',
    columns: {
      id: column.key(),
      memberId: column.ref(),
      step: column.shortText(12),
      at: column.moment(),
      ground: nullable(column.shortText(20)),
      number: nullable(column.shortText(80)),
      authority: nullable(column.shortText(120)),
      text: column.longText(),
      until: nullable(column.moment()),
    },
    index: { ix_pool_member_step: ['memberId', 'at'] },
  },
  {
    name: 'pool_objection',
    columns: {
      id: column.key(),
      poolId: column.ref(),
      memberId: column.ref(),
      enterpriseId: column.ref(),
      text: column.longText(),
      filedAt: column.moment(),
      reply: nullable(column.longText()),
      upheld: nullable(column.whole()),
      repliedAt: nullable(column.moment()),
    },
    index: { ix_pool_objection_member: ['memberId', 'filedAt'] },
  },
  {
    name: 'pool_call',
    columns: { tenderId: column.key(), poolId: column.ref() },
  },
  {
    name: 'performance',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      enterpriseId: column.ref(),
      acceptedAt: column.moment(),
      grade: column.shortText(12),
      text: column.longText(),
      reviewedAt: column.moment(),
      reviewedBy: column.ref(),
    },
    unique: { uq_performance_lot: ['tenderId', 'lot'] },
    index: { ix_performance_enterprise: ['enterpriseId', 'reviewedAt'] },
  },
]);

const INDEXES: Readonly<Record<string, readonly [name: string, columns: readonly string[]]>> = {
  pool_member: ['ix_pool_member_review', ['state', 'reviewDueAt']],
  lottery: ['ix_lottery_pool', ['poolId', 'frozenAt']],
  lot_award: ['ix_lot_award_enterprise', ['enterpriseId', 'awardedAt']],
};

/** The life of a pool's members: publication, tiers, reviews, decisions, objections; and how works were done. */
export class PoolLife0070 implements MigrationInterface {
  readonly name = 'PoolLife1767225600070';
  private readonly columns = new Columns();
  private readonly tables = new Tables();

  async up(runner: QueryRunner): Promise<void> {
    await this.columns.up(runner);
    await this.tables.up(runner);
    for (const [table, [name, columnNames]] of Object.entries(INDEXES)) {
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, [name]] of Object.entries(INDEXES)) await runner.dropIndex(table, name);
    await this.tables.down(runner);
    await this.columns.down(runner);
  }
}
