import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGE_KINDS,
  concludedAt,
  CONTRACT_DUTIES,
  CONTRACT_SIDES,
  OFFERED_PARTS,
  type ContractTerms,
  type Departure,
  type Offer,
} from '@core/contract';
import { formatInstant } from '@core/kernel';
import { waitsForReader } from '@server/contract';
import type {
  ContractChange,
  ContractLine,
  ContractPayment,
  DutyState,
  SiteCheck,
  SubcontractRecord,
  WholeContract,
} from '@server/contract';
import { fenOrNull, instantOrNull } from '../http/views';

/** What the winner offered; null where nothing was offered about it. */
export class OfferView {
  @ApiProperty() priceFen!: string;
  @ApiProperty({ type: Number, nullable: true }) durationDays!: number | null;
  @ApiProperty({ type: String, nullable: true }) quality!: string | null;
  @ApiProperty({ type: String, nullable: true }) manager!: string | null;

  static of(this: void, { price, durationDays, quality, manager }: Offer): OfferView {
    return { priceFen: String(price), durationDays, quality, manager };
  }
}

export class ContractTermsView {
  @ApiProperty() priceFen!: string;
  @ApiProperty() durationDays!: number;
  @ApiProperty() quality!: string;
  @ApiProperty() manager!: string;
  @ApiProperty() performanceBondFen!: string;
  @ApiProperty({ type: Number, nullable: true }) changeLimit!: number | null;
  @ApiProperty() payment!: string;
  @ApiProperty() other!: string;

  static of(this: void, terms: ContractTerms): ContractTermsView {
    const { price, performanceBond, ...rest } = terms;
    return { ...rest, priceFen: String(price), performanceBondFen: String(performanceBond) };
  }
}

class DepartureView implements Departure {
  @ApiProperty({ enum: OFFERED_PARTS }) part!: Departure['part'];
  @ApiProperty() offered!: string;
  @ApiProperty() written!: string;
}

class DutyView {
  @ApiProperty({ enum: CONTRACT_DUTIES }) duty!: DutyState['duty'];
  /** The first instant that is too late; null: the calendar of a year that counts is not known yet. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty({ type: String, nullable: true }) doneAt!: string | null;
  @ApiProperty() citation!: string;

  static of(this: void, { duty, until, doneAt, law }: DutyState): DutyView {
    return {
      duty,
      until: instantOrNull(until),
      doneAt: instantOrNull(doneAt),
      citation: law.citation,
    };
  }
}

function answered(agreed: number | null): boolean | null {
  return agreed === null ? null : agreed === 1;
}

export class ContractChangeView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: CHANGE_KINDS }) kind!: string;
  @ApiProperty() reason!: string;
  /** Fen added to the price; negative where it falls. */
  @ApiProperty() priceBy!: number;
  @ApiProperty() daysBy!: number;
  @ApiProperty({ type: String, nullable: true }) manager!: string | null;
  @ApiProperty({ type: String, nullable: true }) decision!: string | null;
  @ApiProperty({ enum: CONTRACT_SIDES }) proposedBy!: string;
  @ApiProperty() proposedAt!: string;
  /** Null: it waits for the other side. */
  @ApiProperty({ type: Boolean, nullable: true }) agreed!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;

  static of(this: void, row: ContractChange): ContractChangeView {
    const { id, kind, reason, priceBy, daysBy, manager, decision, proposedBy } = row;
    return {
      ...{ id, kind, reason, priceBy, daysBy, manager, decision, proposedBy },
      proposedAt: formatInstant(row.proposedAt),
      agreed: answered(row.agreed),
      answeredAt: instantOrNull(row.answeredAt),
    };
  }
}

export class SubcontractView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() part!: string;
  @ApiProperty() sumFen!: string;
  @ApiProperty() notifiedAt!: string;
  @ApiProperty({ type: Boolean, nullable: true }) agreed!: boolean | null;

  static of(this: void, row: SubcontractRecord): SubcontractView {
    const { id, name, part, sum, notifiedAt, agreed } = row;
    return {
      ...{ id, name, part },
      sumFen: String(sum),
      notifiedAt: formatInstant(notifiedAt),
      agreed: answered(agreed),
    };
  }
}

export class PaymentView {
  @ApiProperty() id!: string;
  @ApiProperty() sumFen!: string;
  @ApiProperty() purpose!: string;
  @ApiProperty() paidAt!: string;

  static of(this: void, { id, sum, purpose, paidAt }: ContractPayment): PaymentView {
    return { id, sumFen: String(sum), purpose, paidAt: formatInstant(paidAt) };
  }
}

export class SiteCheckView {
  @ApiProperty() id!: string;
  @ApiProperty() manager!: string;
  @ApiProperty() present!: boolean;
  @ApiProperty() note!: string;
  @ApiProperty() checkedAt!: string;

  static of(this: void, row: SiteCheck): SiteCheckView {
    const { id, manager, note } = row;
    return {
      ...{ id, manager, note },
      present: row.present === 1,
      checkedAt: formatInstant(row.checkedAt),
    };
  }
}

/** What a contract says with everything agreed since. */
class StandingView {
  @ApiProperty() priceFen!: string;
  @ApiProperty() durationDays!: number;
  @ApiProperty() manager!: string;
}

/** A contract with everything recorded under it. */
export class ContractView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() tenderCode!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() number!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() winnerName!: string;
  /** The other members of a consortium, for whom its leader signs. */
  @ApiProperty({ type: [String] }) members!: readonly string[];
  /** Which party the reader is; null: neither. */
  @ApiProperty({ enum: CONTRACT_SIDES, nullable: true }) side!: string | null;
  /** Whether the reader writes it: its tenderer, or the agency that runs the tender. */
  @ApiProperty() writes!: boolean;
  @ApiProperty({ type: OfferView }) offer!: OfferView;
  @ApiProperty({ type: ContractTermsView }) terms!: ContractTermsView;
  @ApiProperty({ type: [DepartureView] }) departures!: readonly DepartureView[];
  /** What is signed: of the parties and every term. */
  @ApiProperty() fingerprint!: string;
  @ApiProperty() writtenAt!: string;
  @ApiProperty({ type: String, nullable: true }) tendererSignedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) winnerSignedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) concludedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) lateReason!: string | null;
  /** Why a side sent it back; null: none has, or it was written anew. Between the parties. */
  @ApiProperty({ type: String, nullable: true }) declined!: string | null;
  @ApiProperty() hasPaper!: boolean;
  @ApiProperty({ type: String, nullable: true }) filedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) filedWith!: string | null;
  @ApiProperty({ type: String, nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ type: StandingView }) now!: StandingView;
  /** What all changes together have added, in fen. */
  @ApiProperty() addedFen!: string;
  @ApiProperty() paidFen!: string;
  @ApiProperty({ type: [DutyView] }) duties!: readonly DutyView[];
  @ApiProperty({ type: [ContractChangeView] }) changes!: readonly ContractChangeView[];
  @ApiProperty({ type: [SubcontractView] }) subcontracts!: readonly SubcontractView[];
  @ApiProperty({ type: [PaymentView] }) payments!: readonly PaymentView[];
  @ApiProperty({ type: [SiteCheckView] }) siteChecks!: readonly SiteCheckView[];

  static of(this: void, whole: WholeContract): ContractView {
    const { contract, tender, now } = whole;
    const { id, tenderId, lot, number, fingerprint, lateReason, filedWith } = contract;
    return {
      ...{ id, tenderId, lot, number, fingerprint, lateReason, filedWith },
      tenderCode: tender.code,
      tenderTitle: tender.title,
      tendererName: tender.tendererName,
      winnerName: contract.enterpriseName,
      members: contract.members,
      side: whole.side,
      writes: whole.writes,
      // Who sent a contract back, and why, is between the parties.
      declined: whole.side === null && !whole.writes ? null : contract.declined,
      offer: OfferView.of(contract.offer),
      terms: ContractTermsView.of(contract.terms),
      departures: whole.departures,
      writtenAt: formatInstant(contract.writtenAt),
      tendererSignedAt: instantOrNull(contract.tendererSignedAt),
      winnerSignedAt: instantOrNull(contract.winnerSignedAt),
      concludedAt: instantOrNull(concludedAt(contract)),
      hasPaper: contract.fileId !== null,
      filedAt: instantOrNull(contract.filedAt),
      acceptedAt: instantOrNull(contract.acceptedAt),
      now: {
        priceFen: fenOrNull(now.price) ?? '0',
        durationDays: now.durationDays,
        manager: now.manager,
      },
      addedFen: String(whole.added),
      paidFen: String(whole.paid),
      duties: whole.duties.map(DutyView.of),
      changes: whole.changes.map(ContractChangeView.of),
      subcontracts: whole.subcontracts.map(SubcontractView.of),
      payments: whole.payments.map(PaymentView.of),
      siteChecks: whole.siteChecks.map(SiteCheckView.of),
    };
  }
}

/** A line of the list of contracts. */
export class ContractLineView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderCode!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() number!: string;
  @ApiProperty() winnerName!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() priceFen!: string;
  @ApiProperty({ type: String, nullable: true }) tendererSignedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) winnerSignedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) concludedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) acceptedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) declined!: string | null;
  /** Whether something waits for the reader's own side. */
  @ApiProperty() waits!: boolean;

  static of(this: void, line: ContractLine): ContractLineView {
    const { contract, tender, side, writes } = line;
    const { id, lot, number, enterpriseName, terms } = contract;
    return {
      ...{ id, lot, number },
      tenderCode: tender.code,
      tenderTitle: tender.title,
      winnerName: enterpriseName,
      tendererName: tender.tendererName,
      priceFen: String(terms.price),
      tendererSignedAt: instantOrNull(contract.tendererSignedAt),
      winnerSignedAt: instantOrNull(contract.winnerSignedAt),
      concludedAt: instantOrNull(concludedAt(contract)),
      acceptedAt: instantOrNull(contract.acceptedAt),
      declined: side === null && !writes ? null : contract.declined,
      waits: waitsForReader(line),
    };
  }
}
