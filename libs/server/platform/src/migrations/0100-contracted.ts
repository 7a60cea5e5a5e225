import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenders that were awarded before and have their contracts are contracted; with the end of their record, archived. */
export class Contracted0100 implements MigrationInterface {
  readonly name = 'Contracted1767225600100';

  async up(runner: QueryRunner): Promise<void> {
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
    await runner.query(
      `UPDATE tender SET state = 'awarded' WHERE state IN ('contracted', 'archived')`,
    );
  }
}
