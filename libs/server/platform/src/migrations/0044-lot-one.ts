import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTables, nullable } from '../database/table';

const Award = createTables('Award', [
  {
    name: 'award',
    columns: {
      id: column.key(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      price: nullable(column.fen()),
      awardedAt: column.moment(),
    },
  },
]);

/**
 * Gives every tender that is there its lot 1, every firm that signed up or bid its part in it, and every award its lot.
 * The lot has its tender's id: no other row of the table can have it.
 */
export class LotOne0044 implements MigrationInterface {
  readonly name = 'LotOne1767225600044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO lot (id, tenderId, number, title, estimate, ceiling, bidBond, qualification, state)
      SELECT id, id, 1, title, estimate, ceiling, bidBond, NULL,
             CASE state WHEN 'failed' THEN 'failed' WHEN 'awarded' THEN 'awarded' ELSE 'open' END
      FROM tender`);
    await runner.query(`
      INSERT INTO lot_party (id, tenderId, lot, enterpriseId, role, consortiumId, signedUp, hasBid)
      SELECT id, tenderId, 1, enterpriseId, 'alone', NULL, 1, 0
      FROM sign_up WHERE withdrawnAt IS NULL`);
    await runner.query(`
      INSERT INTO lot_party (id, tenderId, lot, enterpriseId, role, consortiumId, signedUp, hasBid)
      SELECT MIN(id), tenderId, 1, enterpriseId, 'alone', NULL, 0, 1
      FROM bid
      WHERE state = 'submitted' AND NOT EXISTS (
        SELECT 1 FROM lot_party p
        WHERE p.tenderId = bid.tenderId AND p.enterpriseId = bid.enterpriseId)
      GROUP BY tenderId, enterpriseId`);
    await runner.query(`
      UPDATE lot_party SET hasBid = 1
      WHERE EXISTS (
        SELECT 1 FROM bid b
        WHERE b.tenderId = lot_party.tenderId AND b.enterpriseId = lot_party.enterpriseId
          AND b.state = 'submitted')`);
    await runner.query(`
      INSERT INTO lot_award (id, tenderId, lot, enterpriseId, name, price, awardedAt)
      SELECT id, id, 1, enterpriseId, name, price, awardedAt FROM award`);
    await runner.dropTable('award');
  }

  async down(runner: QueryRunner): Promise<void> {
    await new Award().up(runner);
    await runner.query(`
      INSERT INTO award (id, enterpriseId, name, price, awardedAt)
      SELECT tenderId, enterpriseId, name, price, awardedAt FROM lot_award WHERE lot = 1`);
    for (const table of ['lot_award', 'lot_party', 'lot']) {
      await runner.query(`DELETE FROM ${table}`);
    }
  }
}
