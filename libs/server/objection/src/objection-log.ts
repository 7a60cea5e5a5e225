import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { taggedHashHex } from '@core/kernel';
import { Ledger } from '@server/ledger';
import type { ObjectionRecord } from './objections.store';

/** Said when an objection was filed: the tenderer is told, with his clock. */
export const OBJECTION_FILED = 'objection.filed';
/** Said when one was answered: its objector is told. */
export const OBJECTION_ANSWERED = 'objection.answered';

/** Said when an upheld objection has led to something. */
export const OBJECTION_REMEDIED = 'objection.remedied';

/** Writes objections and their answers into the log: their fingerprints, not their words. */
@Injectable()
export class ObjectionLog {
  constructor(private readonly ledger: Ledger) {}

  async write(actor: Actor, type: string, objection: ObjectionRecord, text: string): Promise<void> {
    await this.ledger.append({
      type,
      scope: `${objection.tenderId}/internal`,
      by: actor,
      body: { objection: objection.id, text: taggedHashHex('sunlit/text', text) },
    });
  }
}
