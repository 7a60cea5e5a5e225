import { Entity, Index } from 'typeorm';
import type { ChangeKind, ContractTerms, Offer, DeclaredDuty } from '@core/contract';
import type { Fen, Instant } from '@core/kernel';
import {
  BigWhole,
  FenAmount,
  JsonText,
  Key,
  LongText,
  Moment,
  Ref,
  ShortText,
  Whole,
} from '@server/platform';

/** The contract of a lot: between its parties until both have signed, then for everybody. */
@Entity('contract')
@Index('uq_contract_lot', ['tenderId', 'lot'], { unique: true })
@Index('ix_contract_enterprise', ['enterpriseId', 'writtenAt'])
export class ContractRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Whole('internal') lot!: number;
  @Ref() tendererId!: string;
  @Ref() enterpriseId!: string;
  @ShortText(120, 'internal') enterpriseName!: string;
  /** The names of the other members of a consortium, for whom its leader signs. */
  @JsonText('internal') members!: readonly string[];
  @ShortText(20, 'internal') number!: string;
  @JsonText('internal') offer!: Offer;
  @JsonText('internal') terms!: ContractTerms;
  /** Of what both sides sign: the parties and the terms. */
  @ShortText(64, 'internal') fingerprint!: string;
  @Moment() writtenAt!: Instant;
  @Moment('internal', { nullable: true }) tendererSignedAt!: Instant | null;
  @Ref('internal', { nullable: true }) tendererSignedBy!: string | null;
  @Moment('internal', { nullable: true }) winnerSignedAt!: Instant | null;
  @Ref('internal', { nullable: true }) winnerSignedBy!: string | null;
  /** Why signatures came after the period of the law, each with its side. */
  @LongText('internal', { nullable: true }) lateReason!: string | null;
  /** Why a side sent it back unsigned; null: none has. */
  @LongText('internal', { nullable: true }) declined!: string | null;
  /** The contract on paper. */
  @Ref('internal', { nullable: true }) fileId!: string | null;
  /** When and where a copy was filed (备案). */
  @Moment('internal', { nullable: true }) filedAt!: Instant | null;
  @ShortText(120, 'internal', { nullable: true }) filedWith!: string | null;
  /** When the works were accepted (验收). */
  @Moment('internal', { nullable: true }) acceptedAt!: Instant | null;
}

/** A change order: proposed by one side, agreed or declined by the other. Public when agreed. */
@Entity('contract_change')
@Index('ix_contract_change', ['contractId', 'proposedAt'])
export class ContractChangeRow {
  @Key() id!: string;
  @Ref() contractId!: string;
  @ShortText(10, 'internal') kind!: ChangeKind;
  @LongText('internal') reason!: string;
  /** Fen; negative where the price falls. */
  @BigWhole('internal') priceBy!: number;
  @Whole('internal') daysBy!: number;
  @ShortText(60, 'internal', { nullable: true }) manager!: string | null;
  @ShortText(120, 'internal', { nullable: true }) decision!: string | null;
  @ShortText(10, 'internal') proposedBy!: 'tenderer' | 'winner';
  @Moment() proposedAt!: Instant;
  /** Null: it waits for the other side. */
  @Whole('internal', { nullable: true }) agreed!: number | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
}

/** A payment under a contract; written once. */
@Entity('contract_payment')
@Index('ix_contract_payment', ['contractId', 'paidAt'])
export class ContractPaymentRow {
  @Key(36, 'public') id!: string;
  @Ref('public') contractId!: string;
  @FenAmount('public') sum!: Fen;
  /** For what: progress, settlement, retention. */
  @ShortText(200, 'public') purpose!: string;
  @Moment('public') paidAt!: Instant;
  @Moment('public') recordedAt!: Instant;
}

/** A part of the works the winner has given to somebody else; public when the tenderer has consented. */
@Entity('subcontract')
@Index('ix_subcontract', ['contractId', 'notifiedAt'])
export class SubcontractRow {
  @Key() id!: string;
  @Ref() contractId!: string;
  @ShortText(120, 'internal') name!: string;
  @ShortText(200, 'internal') part!: string;
  @FenAmount('internal') sum!: Fen;
  @Moment() notifiedAt!: Instant;
  @Whole('internal', { nullable: true }) agreed!: number | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
}

/** Whether the manager was on site when somebody looked (到岗检查). */
@Entity('site_check')
@Index('ix_site_check', ['contractId', 'checkedAt'])
export class SiteCheckRow {
  @Key(36, 'public') id!: string;
  @Ref('public') contractId!: string;
  @ShortText(60, 'public') manager!: string;
  @Whole('public') present!: number;
  @LongText('public') note!: string;
  @Moment('public') checkedAt!: Instant;
  @Ref() checkedBy!: string;
}

/** A duty after an award that was done by its tenderer's word. */
@Entity('duty_done')
@Index('uq_duty_done_award', ['awardId', 'duty'], { unique: true })
@Index('ix_duty_done_tender', ['tenderId'])
export class DutyDoneRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  /** The award it follows: what takes the place of a void one has duties of its own. */
  @Ref() awardId!: string;
  @ShortText(20, 'internal') duty!: DeclaredDuty;
  @Moment() doneAt!: Instant;
  @Moment() recordedAt!: Instant;
  @Ref() recordedBy!: string;
}

export const CONTRACT_ENTITIES = [
  ContractRow,
  ContractChangeRow,
  ContractPaymentRow,
  SubcontractRow,
  SiteCheckRow,
  DutyDoneRow,
];
