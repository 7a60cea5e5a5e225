import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Counted, JsonText, Moment, Ref, ShortText } from '@server/platform';

/** A record accepted with its command, waiting for the sequencer to give it a place in the log. */
@Entity('ledger_pending')
@Index('uq_ledger_pending_record', ['recordId'], { unique: true })
export class LedgerPendingRow {
  @Counted() seq!: number;
  @Ref() recordId!: string;
  @ShortText(60, 'internal') type!: string;
  @ShortText(120, 'internal') scope!: string;
  @JsonText('internal') body!: Record<string, unknown>;
  @Moment() at!: Instant;
}

export const LEDGER_ENTITIES = [LedgerPendingRow];
