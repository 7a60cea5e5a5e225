import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTables, nullable } from '../database/table';

const Columns = addColumns('RemedyColumns', {
  objection: {
    remedy: column.shortText(12),
    remedyGround: column.shortText(16),
    remedyText: column.longText(),
    remediedAt: column.moment(),
  },
  candidate: { passedOverAt: column.moment(), passedOverGround: column.shortText(16) },
});

const Tables = createTables('RemedyTables', [
  {
    name: 'void_award',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      lot: column.whole(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      price: nullable(column.fen()),
      awardedAt: column.moment(),
      voidedAt: column.moment(),
    },
    index: { ix_void_award_tender: ['tenderId', 'voidedAt'] },
  },
]);

/** What upheld objections led to: candidates that were left out, awards that became void. */
export class Remedies0091 implements MigrationInterface {
  readonly name = 'Remedies1767225600091';
  private readonly columns = new Columns();
  private readonly tables = new Tables();

  async up(runner: QueryRunner): Promise<void> {
    await this.columns.up(runner);
    await this.tables.up(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.tables.down(runner);
    await this.columns.down(runner);
  }
}
