import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** reserved (a number to seal under) → submitted → withdrawn; a later bid supersedes an earlier one. */
export type BidState = 'reserved' | 'submitted' | 'withdrawn';

/** One sealed bid. That it exists at all is nobody's business but its bidder's until the opening. */
@Entity('bid')
@Index('uq_bid_lot_enterprise_seq', ['tenderId', 'lot', 'enterpriseId', 'seq'], { unique: true })
@Index('ix_bid_enterprise', ['enterpriseId', 'createdAt'])
export class BidRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Whole('sealed', { default: 1 }) lot!: number;
  @Ref('sealed') enterpriseId!: string;
  @Whole('sealed') seq!: number;
  @Whole('sealed') enterpriseVersion!: number;
  @ShortText(10, 'sealed') state!: BidState;
  @ShortText(64, 'sealed', { nullable: true }) publicKey!: string | null;
  @LongText('sealed', { nullable: true }) bidObject!: string | null;
  @ShortText(64, 'sealed', { nullable: true }) bidHash!: string | null;
  @JsonText('sealed', { nullable: true }) signature!: unknown;
  /** The passphrase-wrapped bid seed, if the bidder keeps a backup here; the platform cannot open it. */
  @LongText('sealed', { nullable: true }) backup!: string | null;
  @ShortText(20, 'sealed', { nullable: true }) receipt!: string | null;
  @Ref('internal', { nullable: true }) recordId!: string | null;
  @Moment('sealed') createdAt!: Instant;
  @Moment('sealed', { nullable: true }) arrivedAt!: Instant | null;
  @Moment('sealed', { nullable: true }) withdrawnAt!: Instant | null;
}

/** A stored ciphertext of a bid: `<env>/manifest` or `<env>/<file>`. */
@Entity('bid_blob')
@Index('uq_bid_blob_bid_name', ['bidId', 'name'], { unique: true })
export class BidBlobRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') bidId!: string;
  @ShortText(80, 'sealed') name!: string;
  @Ref('sealed') fileId!: string;
}

/** A recipient serves one envelope of one tender, once (tp1 §4.1). */
@Entity('bid_recipient')
@Index('uq_bid_recipient', ['tenderId', 'recipient'], { unique: true })
export class BidRecipientRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Ref('sealed') bidId!: string;
  @ShortText(100, 'sealed') recipient!: string;
}

/** A submit request under way: the closing waits for those that arrived in time. */
@Entity('bid_in_flight')
@Index('ix_bid_in_flight_tender', ['tenderId', 'arrivedAt'])
export class BidInFlightRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Moment('sealed') arrivedAt!: Instant;
}

export const BID_ENTITIES = [BidRow, BidBlobRow, BidRecipientRow, BidInFlightRow];
