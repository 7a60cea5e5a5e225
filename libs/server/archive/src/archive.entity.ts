import { Entity } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Ref } from '@server/platform';

/** The end of a tender's record; its id is the tender's. */
@Entity('tender_closing')
export class TenderClosingRow {
  @Key(36, 'public') id!: string;
  /** The log record `tender.closed`, once it is written. */
  @Ref('internal', { nullable: true }) closedRecordId!: string | null;
  @Moment('public') endedAt!: Instant;
}

export const ARCHIVE_ENTITIES = [TenderClosingRow];
