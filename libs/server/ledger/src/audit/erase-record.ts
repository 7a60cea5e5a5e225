import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { isClearType } from '@core/ledger';
import { DomainError, UnitOfWork } from '@server/platform';
import { ERASED_TYPE } from './auditor';
import { Ledger } from '../ledger';
import { LedgerRows } from '../ledger.store';

/**
 * Erases a sealed record: its body and its salt go, its entry stays, and the tree is as valid as before (tp1 §2.3).
 * That it was erased, and why, is a record itself; an audit refuses an erasure without one.
 */
@Injectable()
export class EraseRecord {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: LedgerRows,
    private readonly ledger: Ledger,
  ) {}

  /** Throws `ledger.no_entry`, `ledger.not_erasable` (clear records and erasures stay), `ledger.erased_already`. */
  async run(actor: Actor, index: number, reason: string): Promise<void> {
    await this.unit.run(async () => {
      const [row] = await this.rows.entriesFrom(index, 1);
      if (row?.idx !== index) throw new DomainError('ledger.no_entry');
      const { type, leaf } = row;
      if (isClearType(type) || type === ERASED_TYPE) {
        throw new DomainError('ledger.not_erasable', { type });
      }
      if (!(await this.rows.erase(row))) throw new DomainError('ledger.erased_already');
      await this.ledger.append({
        type: ERASED_TYPE,
        scope: 'platform',
        by: actor,
        body: { index, leaf, reason },
      });
    });
  }
}
