import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, LongText, Moment, ShortText, Whole } from '@server/platform';

/** A day's time-stamp over a checkpoint (RFC 3161), with the authority's answer as it came. */
@Entity('ledger_timestamp')
@Index('ix_ledger_timestamp_size', ['size'])
export class LedgerTimestampRow {
  /** The day in Beijing, `YYYY-MM-DD`: one a day, whoever asks first. */
  @Key(10, 'public') day!: string;
  @Whole('public') size!: number;
  /** The three lines that were stamped. */
  @LongText('public') text!: string;
  /** The answer in base64 DER, for `openssl ts -verify`. */
  @LongText('public') token!: string;
  @Moment('public') at!: Instant;
  @ShortText(200, 'public') authority!: string;
}
