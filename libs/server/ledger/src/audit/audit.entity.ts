import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Whole } from '@server/platform';
import type { LedgerAudit } from './auditor';

/** An audit of the log by the worker, with what it found. */
@Entity('ledger_audit')
@Index('ix_ledger_audit_begun', ['begunAt'])
export class LedgerAuditRow {
  @Key() id!: string;
  @Moment() begunAt!: Instant;
  @Whole() size!: number;
  /** How many things did not hold; the first twenty are in {@link audit}. */
  @Whole() faults!: number;
  @JsonText('internal') audit!: LedgerAudit;
}
