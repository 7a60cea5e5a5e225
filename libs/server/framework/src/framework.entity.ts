import { Entity, Index } from 'typeorm';
import type {
  CallOffWay,
  FrameworkTerms,
  OrderState,
  Product,
  RemovalGround,
  SupplierState,
} from '@core/framework';
import type { Fen, Instant } from '@core/kernel';
import type { LegalDate } from '@core/rules';
import {
  FenAmount,
  JsonText,
  Key,
  LongText,
  Moment,
  Ref,
  ShortText,
  Whole,
} from '@server/platform';

/** A framework (框架协议): its terms, kept with the draft of its tender, whose id it has; and how long its agreements hold. */
@Entity('framework')
export class FrameworkRow {
  @Key(36, 'public') id!: string;
  @JsonText('public') terms!: FrameworkTerms;
  @Moment() keptAt!: Instant;
  /** First and last day of the agreements; null: none is concluded yet. */
  @ShortText(10, 'public', { nullable: true }) startsOn!: LegalDate | null;
  @ShortText(10, 'public', { nullable: true }) endsOn!: LegalDate | null;
  /** When and where copies of the agreements were filed (备案). */
  @Moment('public', { nullable: true }) filedAt!: Instant | null;
  @ShortText(120, 'public', { nullable: true }) filedWith!: string | null;
  /** When the summary of what was bought was published. */
  @Moment('public', { nullable: true }) summarisedAt!: Instant | null;
}

/** A supplier of one package, from its admission on. */
@Entity('framework_supplier')
@Index('uq_framework_supplier', ['frameworkId', 'lot', 'enterpriseId'], { unique: true })
@Index('ix_framework_supplier_enterprise', ['enterpriseId'])
export class FrameworkSupplierRow {
  @Key(36, 'public') id!: string;
  @Ref('public') frameworkId!: string;
  @Whole('public') lot!: number;
  /** Its place on the published list, which is the order of rotation too. */
  @Whole('public') rank!: number;
  @Ref('public') enterpriseId!: string;
  @ShortText(120, 'public') name!: string;
  /** The unit price of its response, and what it has come down to. */
  @FenAmount('public') offered!: Fen;
  @FenAmount('public') price!: Fen;
  @JsonText('public', { nullable: true }) product!: Product | null;
  @ShortText(10, 'public') state!: SupplierState;
  @Moment('public') admittedAt!: Instant;
  @Moment('public', { nullable: true }) collectorSignedAt!: Instant | null;
  @Ref('internal', { nullable: true }) collectorSignedBy!: string | null;
  @Moment('public', { nullable: true }) supplierSignedAt!: Instant | null;
  @Ref('internal', { nullable: true }) supplierSignedBy!: string | null;
  /** Of what both sides signed. */
  @ShortText(64, 'public', { nullable: true }) fingerprint!: string | null;
  @Moment('public', { nullable: true }) removedAt!: Instant | null;
  @ShortText(20, 'public', { nullable: true }) removalGround!: RemovalGround | null;
  @LongText('public', { nullable: true }) removalEvidence!: string | null;
}

/** A purchase under a framework. */
@Entity('framework_order')
@Index('uq_framework_order_code', ['code'], { unique: true })
@Index('ix_framework_order_framework', ['frameworkId', 'placedAt'])
@Index('ix_framework_order_buyer', ['buyerId', 'placedAt'])
@Index('ix_framework_order_supplier', ['supplierId', 'placedAt'])
@Index('ix_framework_order_chain', ['chainId'])
export class FrameworkOrderRow {
  @Key(36, 'public') id!: string;
  @ShortText(20, 'public') code!: string;
  @Ref('public') frameworkId!: string;
  @Whole('public') lot!: number;
  @Ref('public') supplierId!: string;
  @ShortText(12, 'public') way!: CallOffWay;
  /** The first order of a chain that rotation carried on after a refusal; its own id where it is the first. */
  @Ref('public') chainId!: string;
  @Ref('public') buyerId!: string;
  @ShortText(120, 'public') buyerName!: string;
  @Whole('public') quantity!: number;
  @FenAmount('public') unitPrice!: Fen;
  @FenAmount('public') amount!: Fen;
  @LongText('public') reason!: string;
  /** Where and when it is wanted; between the parties. */
  @ShortText(200, 'internal') delivery!: string;
  @ShortText(10, 'public') state!: OrderState;
  @Moment('public') placedAt!: Instant;
  @Ref() placedBy!: string;
  @Moment('public', { nullable: true }) answeredAt!: Instant | null;
  @LongText('public', { nullable: true }) refusal!: string | null;
  @Moment('public', { nullable: true }) deliveredAt!: Instant | null;
  @Moment('public', { nullable: true }) receivedAt!: Instant | null;
  @Moment('public', { nullable: true }) paidAt!: Instant | null;
  /** From 1 to 5; null: not reviewed. */
  @Whole('public', { nullable: true }) stars!: number | null;
  @LongText('public', { nullable: true }) review!: string | null;
}

/** A chance in the rotation of a package, taken or refused: the order it was given says which. */
@Entity('framework_turn')
@Index('uq_framework_turn', ['frameworkId', 'lot', 'round', 'supplierId'], { unique: true })
export class FrameworkTurnRow {
  @Key(36, 'public') id!: string;
  @Ref('public') frameworkId!: string;
  @Whole('public') lot!: number;
  @Whole('public') round!: number;
  @Ref('public') supplierId!: string;
  @Ref('public') orderId!: string;
  @Moment('public') at!: Instant;
}

/** A competition among the suppliers of a package (二次竞价). */
@Entity('quote_call')
@Index('uq_quote_call_code', ['code'], { unique: true })
@Index('ix_quote_call_framework', ['frameworkId', 'calledAt'])
@Index('ix_quote_call_buyer', ['buyerId', 'calledAt'])
export class QuoteCallRow {
  @Key(36, 'public') id!: string;
  @ShortText(20, 'public') code!: string;
  @Ref('public') frameworkId!: string;
  @Whole('public') lot!: number;
  @Ref('public') buyerId!: string;
  @ShortText(120, 'public') buyerName!: string;
  @Whole('public') quantity!: number;
  @LongText('public') need!: string;
  @ShortText(200, 'internal') delivery!: string;
  @Moment('public') calledAt!: Instant;
  @Ref() calledBy!: string;
  @Moment('public') deadline!: Instant;
  @Moment('public') openUntil!: Instant;
  @ShortText(10, 'public') state!: 'open' | 'decided' | 'failed';
  @Ref('public', { nullable: true }) orderId!: string | null;
}

/** A sealed quote. Its price is known to nobody but its supplier until it is opened after the deadline. */
@Entity('quote')
@Index('uq_quote_call_supplier', ['callId', 'supplierId'], { unique: true })
export class QuoteRow {
  @Key(36, 'public') id!: string;
  @Ref('public') callId!: string;
  @Ref('public') supplierId!: string;
  /** What was handed in: it tells nothing of the price. */
  @ShortText(64, 'public') sealed!: string;
  @Moment('public') sealedAt!: Instant;
  @FenAmount('public', { nullable: true }) unitPrice!: Fen | null;
  /** The random number it was sealed with, so that anybody seals it again. */
  @ShortText(64, 'public', { nullable: true }) nonce!: string | null;
  @Moment('public', { nullable: true }) openedAt!: Instant | null;
}

export const FRAMEWORK_ENTITIES = [
  FrameworkRow,
  FrameworkSupplierRow,
  FrameworkOrderRow,
  FrameworkTurnRow,
  QuoteCallRow,
  QuoteRow,
];
