import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTables } from '../database/table';

const Tables = createTables('DutyDoneTables', [
  {
    name: 'duty_done',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      awardId: column.ref(),
      duty: column.shortText(20),
      doneAt: column.moment(),
      recordedAt: column.moment(),
      recordedBy: column.ref(),
    },
    unique: { uq_duty_done_award: ['awardId', 'duty'] },
    index: { ix_duty_done_tender: ['tenderId'] },
  },
]);

/** Duties done by a tenderer's word. Tenders that were awarded before and have their contracts are contracted; with the end of their record, archived. */
export class AfterAward0100 implements MigrationInterface {
  readonly name = 'AfterAward1767225600100';

  private readonly tables = new Tables();

  async up(runner: QueryRunner): Promise<void> {
    await this.tables.up(runner);
    await runner.query(`
      UPDATE tender SET state = 'contracted'
      WHERE state = 'awarded'
        AND EXISTS (SELECT 1 FROM lot_award a WHERE a.tenderId = tender.id)
        AND NOT EXISTS (
          SELECT 1 FROM lot_award a
          WHERE a.tenderId = tender.id AND NOT EXISTS (
            SELECT 1 FROM contract c
            WHERE c.tenderId = a.tenderId AND c.lot = a.lot
              AND c.tendererSignedAt IS NOT NULL AND c.winnerSignedAt IS NOT NULL))`);
    await runner.query(`
      UPDATE tender SET state = 'archived'
      WHERE state = 'contracted' AND EXISTS (
        SELECT 1 FROM tender_closing e WHERE e.id = tender.id AND e.closedRecordId IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.tables.down(runner);
    await runner.query(
      `UPDATE tender SET state = 'awarded' WHERE state IN ('contracted', 'archived')`,
    );
  }
}
