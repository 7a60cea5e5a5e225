import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, createTables } from '../database/table';

const Docs = createTables('SearchDocs', [
  {
    name: 'search_doc',
    columns: {
      doc: column.position(),
      tenderId: column.ref(),
      text: column.longText(),
    },
    unique: { uq_search_doc_tender: ['tenderId'] },
  },
]);

const EMBEDDED =
  "CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1)";
const SERVER =
  'CREATE TABLE search_index (doc BIGINT NOT NULL PRIMARY KEY, tokens MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL, FULLTEXT INDEX ft_search_index (tokens)) ENGINE = InnoDB';

/** The full-text index: the engine's own, so no entity stands for `search_index`. */
export class Search0061 implements MigrationInterface {
  readonly name = 'Search1767225600061';
  private readonly docs = new Docs();

  async up(runner: QueryRunner): Promise<void> {
    await this.docs.up(runner);
    const { type } = runner.dataSource.options;
    await runner.query(type === 'better-sqlite3' ? EMBEDDED : SERVER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_index');
    await this.docs.down(runner);
  }
}
