import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTables, nullable } from '../database/table';

const Tables = createTables('ObjectionRemedyTables', [
  {
    name: 'objection_remedy',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      objectionId: column.ref(),
      lot: column.whole(),
      remedy: column.shortText(12),
      ground: nullable(column.shortText(16)),
      text: column.longText(),
      remediedAt: column.moment(),
    },
    unique: { uq_objection_remedy_lot: ['objectionId', 'lot'] },
    index: { ix_objection_remedy_tender: ['tenderId'] },
  },
]);

/** What an upheld objection led to in each lot; what was recorded before was for its lot, or the first. */
export class ObjectionRemedy0098 implements MigrationInterface {
  readonly name = 'ObjectionRemedy1767225600098';
  private readonly tables = new Tables();

  async up(runner: QueryRunner): Promise<void> {
    await this.tables.up(runner);
    await runner.query(`
      INSERT INTO objection_remedy
        (id, tenderId, objectionId, lot, remedy, ground, text, remediedAt)
      SELECT id, tenderId, id, COALESCE(lot, 1), remedy, remedyGround, COALESCE(remedyText, ''), remediedAt
      FROM objection WHERE remedy IN ('passed_over', 'stands', 'failed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.tables.down(runner);
  }
}
