import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { Rule, WholeRuleSet } from '@core/rules';
import type { ScanState } from './files/virus-scanner';
import {
  BigWhole,
  Counted,
  JsonText,
  Key,
  Moment,
  Ref,
  ShortText,
  Whole,
  type DataClass,
} from './database/columns';

/** Where a demo's legal clock stands; one row. */
@Entity('clock_position')
export class ClockPositionRow {
  @Key() id!: string;
  @BigWhole() legalAnchor!: number;
  @BigWhole() systemAnchor!: number;
  @Whole() rate!: number;
}

/** Who may do a job that only one process may do. */
@Entity('lease')
export class LeaseRow {
  @Key(80) name!: string;
  @Ref() holder!: string;
  @Moment() until!: Instant;
}

/** The last number given out under a name. */
@Entity('counter')
export class CounterRow {
  @Key(60) name!: string;
  @Whole() value!: number;
}

/** An event for the outside, written in the command's own transaction. */
@Entity('outbox')
@Index('ix_outbox_open', ['deliveredAt', 'seq'])
export class OutboxRow {
  @Counted() seq!: number;
  @ShortText(80, 'internal') topic!: string;
  @JsonText('internal') payload!: Record<string, unknown>;
  @Moment() createdAt!: Instant;
  @Moment('internal', { nullable: true }) leaseUntil!: Instant | null;
  @Whole() attempts!: number;
  @Moment('internal', { nullable: true }) deliveredAt!: Instant | null;
}

/** Proof that a consumer has handled an event: `<consumer>:<seq>`. */
@Entity('outbox_consumed')
export class OutboxConsumedRow {
  @Key(120) id!: string;
  @Moment() consumedAt!: Instant;
}

/** A moment that wakes a use case: `<kind>:<subject>`. */
@Entity('deadline')
@Index('ix_deadline_open', ['doneAt', 'at'])
export class DeadlineRow {
  @Key(120) id!: string;
  @ShortText(60, 'internal') kind!: string;
  @ShortText(60, 'internal') subject!: string;
  @Moment() at!: Instant;
  @Moment('internal', { nullable: true }) leaseUntil!: Instant | null;
  @Whole() attempts!: number;
  @Moment('internal', { nullable: true }) doneAt!: Instant | null;
  @Moment('internal', { nullable: true }) parkedAt!: Instant | null;
}

/** An answered request: `<actor>:<Idempotency-Key>`. */
@Entity('idempotency')
@Index('ix_idempotency_created', ['createdAt'])
export class IdempotencyRow {
  @Key(128) id!: string;
  @ShortText(64, 'internal') requestDigest!: string;
  @Whole('internal', { nullable: true }) status!: number | null;
  @JsonText('internal', { nullable: true }) response!: unknown;
  @Moment() createdAt!: Instant;
}

/** A file of the content-addressed store. */
@Entity('stored_file')
@Index('ix_stored_file_sha256', ['sha256'])
export class StoredFileRow {
  @Key() id!: string;
  @ShortText(64, 'internal') sha256!: string;
  @BigWhole() size!: number;
  @ShortText(255, 'internal') name!: string;
  @ShortText(120, 'internal') media!: string;
  @Ref() uploadedBy!: string;
  /** For which organisation; null for files made here, and those older than the question. */
  @Ref('internal', { nullable: true }) organisationId!: string | null;
  @ShortText(10, 'internal') dataClass!: DataClass;
  @Moment() createdAt!: Instant;
  /** What a virus scanner said; null for files made here, and those older than the question. */
  @ShortText(12, 'internal', { nullable: true }) scan!: ScanState | null;
  @ShortText(120, 'internal', { nullable: true }) scanFinding!: string | null;
}

/** A rule set that was ever used, under the hash of its content; never changed nor removed. */
@Entity('rule_set')
export class KeptSetRow {
  @Key(64, 'public') hash!: string;
  @ShortText(30, 'public') setId!: string;
  /** All of it but its rules; null: a tender was published under it before texts were kept. */
  @JsonText('public', { nullable: true }) head!: Omit<WholeRuleSet, 'rules'> | null;
}

/** One rule of a kept set, whose place counts for the hash. */
@Entity('rule_set_rule')
@Index('uq_rule_set_rule', ['setHash', 'position'], { unique: true })
export class KeptRuleRow {
  @Key(80, 'public') id!: string;
  @ShortText(64, 'public') setHash!: string;
  @Whole('public') position!: number;
  @JsonText('public') rule!: Rule;
}

export const PLATFORM_ENTITIES = [
  ClockPositionRow,
  LeaseRow,
  CounterRow,
  OutboxRow,
  OutboxConsumedRow,
  DeadlineRow,
  IdempotencyRow,
  StoredFileRow,
  KeptSetRow,
  KeptRuleRow,
];
