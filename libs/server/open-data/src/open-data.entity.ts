import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Bytes, Moment, Position, Ref, ShortText, Whole } from '@server/platform';

/** One published release; never changed, never deleted. */
@Entity('open_release')
@Index('uq_open_release_source', ['source'], { unique: true })
@Index('uq_open_release_ocid', ['ocid', 'number'], { unique: true })
@Index('ix_open_release_tender', ['tenderId'])
@Index('ix_open_release_number', ['number', 'seq'])
@Index('ix_open_release_date', ['date', 'seq'])
export class OpenReleaseRow {
  /** Its place in the feed, from 1 without a gap; places are committed in their order. */
  @Position() seq!: number;
  /** The notice or draw it came from; also its id among the releases of its process. */
  @Ref('public') source!: string;
  @Ref('public') tenderId!: string;
  /** Its number within its process, from 1. */
  @Whole('public') number!: number;
  @ShortText(60, 'public') ocid!: string;
  @ShortText(30, 'public') tag!: string;
  @Moment('public') date!: Instant;
  @Moment('public') addedAt!: Instant;
  /** The release as JSON, deflated. */
  @Bytes('public') body!: Buffer;
}

export const OPEN_DATA_ENTITIES = [OpenReleaseRow];
