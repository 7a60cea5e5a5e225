import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column } from '../database/table';

const Columns = addColumns('LotPublicityColumns', { lot: { publicityUntil: column.moment() } });

/** Until when the candidates of a lot are published; until now it was the whole tender's. */
export class LotPublicity0099 implements MigrationInterface {
  readonly name = 'LotPublicity1767225600099';
  private readonly columns = new Columns();

  async up(runner: QueryRunner): Promise<void> {
    await this.columns.up(runner);
    await runner.query(`
      UPDATE lot SET publicityUntil = (
        SELECT t.publicityUntil FROM tender t WHERE t.id = lot.tenderId)
      WHERE EXISTS (
        SELECT 1 FROM candidate c WHERE c.tenderId = lot.tenderId AND c.lot = lot.number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.columns.down(runner);
  }
}
