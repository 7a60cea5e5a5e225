import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Ref, ShortText } from '@server/platform';

/** A printed document: what its QR code leads to. */
@Entity('printed')
@Index('uq_printed_fingerprint', ['fingerprint'], { unique: true })
@Index('ix_printed_tender', ['tenderId'])
export class PrintedRow {
  @Key(36, 'public') id!: string;
  @ShortText(64, 'public') fingerprint!: string;
  @ShortText(30, 'public') kind!: string;
  @ShortText(200, 'public') title!: string;
  @ShortText(40, 'public') number!: string;
  @Ref('public', { nullable: true }) tenderId!: string | null;
  @Ref('internal') fileId!: string;
  @Moment('public') producedAt!: Instant;
}

export const PRINT_ENTITIES = [PrintedRow];
