import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column } from '../database/table';

const Columns = addColumns('ProjectRuleSetColumns', {
  project: { ruleSetHash: column.shortText(64) },
});

/**
 * A project keeps the set it was handed in under. What was published before sets were kept has a hash without a text:
 * the hash is noted, so that nothing else may pass for a set.
 */
export class ProjectRuleSet0088 implements MigrationInterface {
  readonly name = 'ProjectRuleSet1767225600088';
  private readonly columns = new Columns();

  async up(runner: QueryRunner): Promise<void> {
    await this.columns.up(runner);
    await runner.query(`
      INSERT INTO rule_set (hash, setId, head)
      SELECT ruleSetHash, MIN(ruleSetId), NULL FROM tender
      WHERE NOT EXISTS (SELECT 1 FROM rule_set k WHERE k.hash = tender.ruleSetHash)
      GROUP BY ruleSetHash`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM rule_set WHERE head IS NULL');
    await this.columns.down(runner);
  }
}
