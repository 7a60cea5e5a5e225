import { Entity, Index } from 'typeorm';
import type { ForfeitGround, GuaranteeKind } from '@core/bid-security';
import type { Fen, Instant } from '@core/kernel';
import { FenAmount, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/**
 * The security of a bidder in a lot: its payment code, and the guarantee it lodged. That it exists tells who bids, and is as
 * secret as a bid until the opening.
 */
@Entity('bid_security')
@Index('uq_bid_security_place', ['tenderId', 'lot', 'enterpriseId'], { unique: true })
@Index('uq_bid_security_code', ['code'], { unique: true })
@Index('ix_bid_security_enterprise', ['enterpriseId', 'createdAt'])
export class BidSecurityRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Whole('sealed') lot!: number;
  @Ref('sealed') enterpriseId!: string;
  @ShortText(20, 'sealed') code!: string;
  @Moment('sealed') createdAt!: Instant;
  @ShortText(10, 'sealed', { nullable: true }) guaranteeKind!: GuaranteeKind | null;
  @ShortText(120, 'sealed', { nullable: true }) issuer!: string | null;
  @ShortText(60, 'sealed', { nullable: true }) guaranteeNumber!: string | null;
  @FenAmount('sealed', { nullable: true }) guaranteeSum!: Fen | null;
  /** The last day of its validity, `YYYY-MM-DD`. */
  @ShortText(10, 'sealed', { nullable: true }) validUntil!: string | null;
  /** The guarantee or policy itself, where its bidder added it. */
  @Ref('sealed', { nullable: true }) guaranteeFileId!: string | null;
  @Moment('sealed', { nullable: true }) lodgedAt!: Instant | null;
  @Moment('sealed', { nullable: true }) withdrawnAt!: Instant | null;
  /** When the guarantee was given back. */
  @Moment('internal', { nullable: true }) releasedAt!: Instant | null;
  @Moment('internal', { nullable: true }) forfeitedAt!: Instant | null;
  @ShortText(12, 'internal', { nullable: true }) forfeitGround!: ForfeitGround | null;
  /** The tenderer's decision by number. */
  @ShortText(120, 'internal', { nullable: true }) forfeitDecision!: string | null;
  @Ref('internal', { nullable: true }) forfeitedBy!: string | null;
}

/** Money that came for a security, and its way back. Who paid from which account is for finance, and later for few. */
@Entity('bid_security_payment')
@Index('uq_bid_security_payment_reference', ['reference'], { unique: true })
@Index('ix_bid_security_payment', ['securityId', 'arrivedAt'])
export class BidSecurityPaymentRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') securityId!: string;
  @FenAmount('sealed') sum!: Fen;
  @Personal() payer!: string;
  @Personal() bank!: string;
  @Personal() account!: string;
  /** The bank's own number of the transfer; the same transfer is recorded once. */
  @ShortText(60, 'sealed') reference!: string;
  @Moment('sealed') arrivedAt!: Instant;
  @Moment('sealed') recordedAt!: Instant;
  @Ref() recordedBy!: string;
  @Moment('internal', { nullable: true }) refundedAt!: Instant | null;
  @FenAmount('internal', { nullable: true }) interest!: Fen | null;
  /** What the interest comes to by the posted rates; never more than what was paid. */
  @FenAmount('internal', { nullable: true }) computedInterest!: Fen | null;
  @ShortText(60, 'internal', { nullable: true }) refundReference!: string | null;
  @Moment('internal', { nullable: true }) refundRecordedAt!: Instant | null;
  @Ref('internal', { nullable: true }) refundedBy!: string | null;
}

/** A rate for demand deposits as the bank that holds the securities posts it, from a day on. */
@Entity('deposit_rate')
export class DepositRateRow {
  @Key(10, 'public') day!: string;
  /** Millionths a year. */
  @Whole('public') ppm!: number;
  /** Where it is posted. */
  @ShortText(300, 'public') source!: string;
  @Moment('public') enteredAt!: Instant;
}

/** The account securities are paid into; the latest is the one in use. */
@Entity('security_account')
@Index('ix_security_account', ['enteredAt'])
export class SecurityAccountRow {
  @Key(36, 'public') id!: string;
  @ShortText(120, 'public') payee!: string;
  @ShortText(120, 'public') bank!: string;
  @ShortText(40, 'public') account!: string;
  @Moment('public') enteredAt!: Instant;
}

export const BID_SECURITY_ENTITIES = [
  BidSecurityRow,
  BidSecurityPaymentRow,
  DepositRateRow,
  SecurityAccountRow,
];
