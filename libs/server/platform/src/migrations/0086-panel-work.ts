import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTables, nullable } from '../database/table';

const Columns = addColumns('PanelWorkColumns', {
  evaluation: { computations: column.json(), findings: column.json() },
  review: { belowCost: column.whole() },
});

const Tables = createTables('PanelWorkTables', [
  {
    name: 'mark',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      personId: column.ref(),
      bidId: column.ref(),
      itemId: column.shortText(20),
      points: column.shortText(8),
      at: column.moment(),
    },
    unique: { uq_mark: ['tenderId', 'personId', 'bidId', 'itemId'] },
  },
  {
    name: 'panel_question',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      bidId: column.ref(),
      enterpriseId: column.ref(),
      about: column.shortText(8),
      text: column.longText(),
      askedAt: column.moment(),
      dueAt: column.moment(),
      answer: nullable(column.longText()),
      fileId: nullable(column.ref()),
      answeredAt: nullable(column.moment()),
    },
    index: {
      ix_panel_question_tender: ['tenderId', 'askedAt'],
      ix_panel_question_enterprise: ['enterpriseId', 'askedAt'],
    },
  },
]);

/** Marks, letters to bidders, and what a report says beyond its ranks. */
export class PanelWork0086 implements MigrationInterface {
  readonly name = 'PanelWork1767225600086';
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
