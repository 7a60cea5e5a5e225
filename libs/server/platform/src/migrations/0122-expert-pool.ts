import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, column, createTables, nullable } from '../database/table';

const Columns = addColumns('ExpertPoolColumns', {
  expert: {
    idDigest: nullable(column.shortText(64)),
    bornOn: nullable(column.personal()),
    termFrom: nullable(column.moment()),
    pausedFrom: nullable(column.moment()),
    pausedUntil: nullable(column.moment()),
    bannedFrom: nullable(column.moment()),
    bannedUntil: nullable(column.moment()),
    reviewDueAt: nullable(column.moment()),
    reviewPassed: nullable(column.whole()),
  },
});

const Tables = createTables('ExpertPoolTables', [
  {
    name: 'expert_application',
    columns: {
      id: column.key(),
      expertId: column.ref(),
      personId: nullable(column.ref()),
      state: column.shortText(12),
      content: column.personal(),
      idDigest: nullable(column.shortText(64)),
      createdAt: column.moment(),
      appliedAt: nullable(column.moment()),
      digest: nullable(column.shortText(64)),
      missing: nullable(column.json()),
      publishedAt: nullable(column.moment()),
      publicityUntil: nullable(column.moment()),
      decidedAt: nullable(column.moment()),
      announcedUntil: nullable(column.moment()),
      invitation: nullable(column.shortText(64)),
    },
    index: {
      ix_expert_application_state: ['state', 'appliedAt'],
      ix_expert_application_person: ['personId'],
      ix_expert_application_expert: ['expertId'],
      ix_expert_application_digest: ['idDigest'],
    },
  },
  {
    name: 'expert_step',
    columns: {
      id: column.key(),
      expertId: column.ref(),
      step: column.shortText(16),
      at: column.moment(),
      by: column.shortText(120),
      text: column.personal(),
      number: nullable(column.shortText(80)),
      ground: nullable(column.shortText(24)),
      fromAt: nullable(column.moment()),
      untilAt: nullable(column.moment()),
      score: nullable(column.whole()),
      passed: nullable(column.whole()),
      fileId: nullable(column.ref()),
      digest: column.shortText(64),
    },
    index: { ix_expert_step_expert: ['expertId', 'at'] },
  },
  {
    name: 'expert_objection',
    columns: {
      id: column.key(),
      applicationId: column.ref(),
      personId: column.ref(),
      by: column.shortText(120),
      text: column.longText(),
      filedAt: column.moment(),
      reply: nullable(column.longText()),
      upheld: nullable(column.whole()),
      repliedAt: nullable(column.moment()),
    },
    unique: { uq_expert_objection_person: ['applicationId', 'personId'] },
  },
]);

/** The life of the expert pool: applications, terms, pauses and bans, history, objections to admissions. */
export class ExpertPool0122 implements MigrationInterface {
  readonly name = 'ExpertPool1767225600122';
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
