import { Injectable } from '@nestjs/common';
import { forUpdate } from './database/lock';
import { UnitOfWork } from './database/unit-of-work';
import { violates } from './database/transient';
import { CounterRow } from './platform.entity';

/**
 * Numbers for public codes (project, tender, member card): gapless per name, taken in the present unit.
 * Never used where a number would tell how many came before a secret moment: receipts are random.
 */
@Injectable()
export class Counters {
  constructor(private readonly unit: UnitOfWork) {}

  /** The next number of this name, from 1. */
  async next(name: string): Promise<number> {
    const rows = this.unit.manager.getRepository(CounterRow);
    const row = await rows.findOne({ where: { name }, ...forUpdate(this.unit) });
    if (row) {
      await rows.update({ name }, { value: row.value + 1 });
      return row.value + 1;
    }
    try {
      await rows.insert({ name, value: 1 });
      return 1;
    } catch (error) {
      if (violates(error, 'PRIMARY', 'counter', ['name'])) {
        throw Object.assign(new Error('counter begun twice'), { code: 'ER_LOCK_DEADLOCK' });
      }
      throw error;
    }
  }

  /** A code such as `P2026-0007`. */
  async code(letter: string, year: string): Promise<string> {
    const number = await this.next(`${letter}${year}`);
    return `${letter}${year}-${String(number).padStart(4, '0')}`;
  }
}
