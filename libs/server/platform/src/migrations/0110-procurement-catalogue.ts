import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addCounted } from '../database/table';

/** Whether a project's purchase is in the catalogue of centralised procurement; nobody was asked before. */
export class ProcurementCatalogue0110 implements MigrationInterface {
  readonly name = 'ProcurementCatalogue1767225600110';

  async up(runner: QueryRunner): Promise<void> {
    await addCounted(runner, 'project', 'inCatalogue', 0);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('project', 'inCatalogue');
  }
}
