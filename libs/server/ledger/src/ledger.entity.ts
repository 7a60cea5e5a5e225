import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import {
  BigWhole,
  Bytes,
  Counted,
  JsonText,
  Key,
  LongText,
  Moment,
  Position,
  Ref,
  ShortText,
  Whole,
} from '@server/platform';

/** A record accepted with its command, waiting for the sequencer to give it a place in the log. */
@Entity('ledger_pending')
@Index('uq_ledger_pending_record', ['recordId'], { unique: true })
export class LedgerPendingRow {
  @Counted() seq!: number;
  @Ref() recordId!: string;
  @ShortText(64, 'internal') type!: string;
  @ShortText(120, 'internal') scope!: string;
  @Moment() at!: Instant;
}

/** The canonical body of a record, in parts, written once. Erasing it and the salt leaves the tree valid. */
@Entity('ledger_body')
@Index('ix_ledger_body_record', ['recordId'])
export class LedgerBodyRow {
  @Key(48) id!: string;
  @Ref() recordId!: string;
  @Whole() part!: number;
  @LongText('internal') text!: string;
}

/** An entry of the log: its record without the body, its salt, and the bytes that were hashed. Append-only. */
@Entity('ledger_entry')
@Index('uq_ledger_entry_record', ['recordId'], { unique: true })
@Index('uq_ledger_entry_scope', ['scope', 'n'], { unique: true })
export class LedgerEntryRow {
  @Position() idx!: number;
  @Ref() recordId!: string;
  @ShortText(64, 'internal') type!: string;
  @ShortText(120, 'internal') scope!: string;
  @Whole() n!: number;
  @ShortText(64, 'internal') prev!: string;
  @Moment() at!: Instant;
  @ShortText(16, 'internal') actor!: string;
  @ShortText(64, 'internal', { nullable: true }) salt!: string | null;
  @Bytes('public') entry!: Uint8Array;
  @ShortText(64, 'public') leaf!: string;
}

/** The hash of a complete subtree above the leaves: `<level>/<index>`. */
@Entity('ledger_node')
export class LedgerNodeRow {
  @Key(24, 'public') id!: string;
  @ShortText(64, 'public') hash!: string;
}

/** The right edge of the tree; one row, locked by whoever appends. */
@Entity('ledger_tree')
export class LedgerTreeRow {
  @Key() id!: string;
  @ShortText(120, 'public') origin!: string;
  @Whole() size!: number;
  @JsonText('public') peaks!: string[];
  @BigWhole() lastAt!: number;
}

/** A signed checkpoint with the cosignatures it has. */
@Entity('ledger_checkpoint')
@Index('ix_ledger_checkpoint_quorum', ['quorumTime'])
export class LedgerCheckpointRow {
  @Position() size!: number;
  @ShortText(64, 'public') root!: string;
  @LongText('public') note!: string;
  @BigWhole('public', { nullable: true }) quorumTime!: number | null;
  @Moment() signedAt!: Instant;
}

export const LEDGER_ENTITIES = [
  LedgerPendingRow,
  LedgerBodyRow,
  LedgerEntryRow,
  LedgerNodeRow,
  LedgerTreeRow,
  LedgerCheckpointRow,
];
