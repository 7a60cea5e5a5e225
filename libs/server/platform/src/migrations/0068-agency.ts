import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column } from '../database/table';

const Columns = addColumns('AgencyColumns', {
  project: {
    agencyId: column.ref(),
    agencyName: column.shortText(120),
    contractNumber: column.shortText(120),
    contractFileId: column.ref(),
    commissionedAt: column.moment(),
  },
  tender: {
    agencyId: column.ref(),
    agencyName: column.shortText(120),
    unifiedCode: column.shortText(40),
    noticeText: column.longText(),
  },
  notice: { paperFileId: column.ref() },
});

/** Agencies that act for tenderers, what notices begin with, and their paper; tenders get the unified code of their project. */
export class Agency0068 implements MigrationInterface {
  readonly name = 'Agency1767225600068';
  private readonly columns = new Columns();

  async up(runner: QueryRunner): Promise<void> {
    await this.columns.up(runner);
    await runner.query(
      'UPDATE tender SET unifiedCode = (SELECT p.unifiedCode FROM project p WHERE p.id = tender.projectId)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.columns.down(runner);
  }
}
