import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { taggedHashHex, type CanonicalValue } from '@core/kernel';
import { Ids, LegalClock, Randomness, UnitOfWork } from '@server/platform';
import { isClearType } from '@core/ledger';
import { LedgerPendingRow } from './ledger.entity';

/** What a use case says of the command it accepted. */
export interface LedgerEntry {
  readonly type: string;
  /** The tender's id, `<tender>/bid/<bid>`, or `platform` (tp1 §2.2). */
  readonly scope: string;
  readonly by: Actor;
  readonly body: Readonly<Record<string, CanonicalValue>>;
}

/** The tamper-evident log: every accepted command appends one record, in the command's own transaction. */
@Injectable()
export class Ledger {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: LegalClock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Appends to the present unit and returns the record's id. Who acted goes in as a salted digest; clear records
   * say nothing of persons.
   */
  async append(entry: LedgerEntry): Promise<string> {
    const recordId = this.ids.next();
    const { personId, organisationId, role, from } = entry.by;
    const salt = this.randomness.hex(16);
    const by = taggedHashHex('sunlit/by', { salt, personId, organisationId, role, from });
    await this.unit.manager.getRepository(LedgerPendingRow).insert({
      recordId,
      type: entry.type,
      scope: entry.scope,
      body: isClearType(entry.type) ? entry.body : { ...entry.body, by, bySalt: salt },
      at: this.clock.now(),
    } as never);
    return recordId;
  }
}
