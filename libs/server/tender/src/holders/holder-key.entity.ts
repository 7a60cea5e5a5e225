import { Entity, Index } from 'typeorm';
import type { Instant, PayloadSignature } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A batch of recipients a holder signed in one session, for tenders to come (tp1 §12). */
@Entity('holder_batch')
@Index('ix_holder_batch_organisation', ['organisationId', 'createdAt'])
export class HolderBatchRow {
  @Key() id!: string;
  @Ref() organisationId!: string;
  /** The name under which bids deal to this holder. */
  @ShortText(40, 'public') holder!: string;
  /** Its number in every tender of the batch. */
  @Whole('public') x!: number;
  /** The long-term key that signed the recipients. */
  @ShortText(64, 'public') publicKey!: string;
  /** The private half under the holder's passphrase (age, base64); the platform cannot open it. */
  @LongText('sealed') backup!: string;
  @Moment() createdAt!: Instant;
}

/** One recipient of a batch; it serves one tender, and no other ever. */
@Entity('holder_key')
@Index('uq_holder_key_recipient', ['recipient'], { unique: true })
@Index('ix_holder_key_batch', ['batchId', 'number'])
@Index('ix_holder_key_tender', ['tenderId'])
export class HolderKeyRow {
  @Key() id!: string;
  @Ref() batchId!: string;
  @Ref() organisationId!: string;
  @Whole() number!: number;
  @ShortText(80, 'public') slot!: string;
  @ShortText(100, 'public') recipient!: string;
  @JsonText('public') signature!: PayloadSignature;
  @Ref('public', { nullable: true }) tenderId!: string | null;
}

export const HOLDER_ENTITIES = [HolderBatchRow, HolderKeyRow];
