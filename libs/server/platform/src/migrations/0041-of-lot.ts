import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableIndex } from 'typeorm';
import { addCounted } from '../database/table';

/** Which unique keys get the lot as a part: old name → [table, new name, old columns, new columns]. */
const KEYS = [
  ['sign_up', 'uq_sign_up_tender_enterprise', 'uq_sign_up_lot_enterprise', ['enterpriseId']],
  ['bid', 'uq_bid_tender_enterprise_seq', 'uq_bid_lot_enterprise_seq', ['enterpriseId', 'seq']],
  ['candidate', 'uq_candidate_tender_rank', 'uq_candidate_lot_rank', ['rank']],
  ['letter', 'uq_letter_tender_enterprise', 'uq_letter_lot_enterprise', ['enterpriseId']],
] as const;

function unique(name: string, columnNames: readonly string[]): TableIndex {
  return new TableIndex({ name, columnNames: [...columnNames], isUnique: true });
}

/** Sign-ups, bids, candidates and letters are of a lot; what was there before is of lot 1. */
export class OfLot0041 implements MigrationInterface {
  readonly name = 'OfLot1767225600041';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_up', 'bid', 'opened_bid', 'candidate', 'letter']) {
      await addCounted(runner, table, 'lot', 1);
    }
    for (const [table, before, after, rest] of KEYS) {
      await runner.createIndex(table, unique(after, ['tenderId', 'lot', ...rest]));
      await runner.dropIndex(table, before);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, before, after, rest] of KEYS) {
      await runner.createIndex(table, unique(before, ['tenderId', ...rest]));
      await runner.dropIndex(table, after);
    }
    for (const table of ['sign_up', 'bid', 'opened_bid', 'candidate', 'letter']) {
      await runner.dropColumn(table, 'lot');
    }
  }
}
