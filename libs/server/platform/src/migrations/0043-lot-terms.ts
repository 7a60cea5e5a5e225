import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';
import { addColumns, addCounted, column } from '../database/table';

const Columns = addColumns('LotColumns', {
  tender: { winLimit: column.whole() },
  sign_up: { controller: column.shortText(18), consortiumId: column.ref() },
  objection: { lot: column.whole() },
});

/** Terms about lots and consortia; a tender may be called again more than once, each time for other lots. */
export class LotTerms0043 implements MigrationInterface {
  readonly name = 'LotTerms1767225600043';

  async up(runner: QueryRunner): Promise<void> {
    await new Columns().up(runner);
    await addCounted(runner, 'tender', 'consortia', 0);
    await addCounted(runner, 're_tender', 'lot', 0);
    const columnNames = ['previousId', 'lot'];
    const name = 'uq_re_tender_previous_lot';
    await runner.createIndex('re_tender', new TableIndex({ name, columnNames, isUnique: true }));
    await runner.dropIndex('re_tender', 'uq_re_tender_previous');
  }

  async down(runner: QueryRunner): Promise<void> {
    const columnNames = ['previousId'];
    const name = 'uq_re_tender_previous';
    await runner.createIndex('re_tender', new TableIndex({ name, columnNames, isUnique: true }));
    await runner.dropIndex('re_tender', 'uq_re_tender_previous_lot');
    await runner.dropColumn('re_tender', 'lot');
    await runner.dropColumn('tender', 'consortia');
    await new Columns().down(runner);
  }
}
