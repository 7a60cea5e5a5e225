import { CHANGE_KINDS, type ChangeKind, type ContractTerms } from '@core/contract';
import { fenFromWire } from '@core/kernel';
import { orRefuse } from '@server/platform';
import { FenText, Hex, OneOf, Text, UtcInstant, WholeNumber, YesNo } from '../http/fields';

/** What a contract is to say. */
export class ContractTermsDto {
  @FenText() priceFen!: string;
  @WholeNumber({ min: 1, max: 36_500 }) durationDays!: number;
  @Text({ max: 60 }) quality!: string;
  @Text({ max: 60 }) manager!: string;
  @FenText() performanceBondFen!: string;
  /** How far changes may add to the price without a decision, in percent; without it, as far as the law lets. */
  @WholeNumber({ min: 0, max: 100, optional: true }) changeLimit?: number;
  @Text({ max: 2_000 }) payment!: string;
  @Text({ max: 10_000, min: 0 }) other!: string;

  static terms(dto: ContractTermsDto): ContractTerms {
    const { priceFen, performanceBondFen, changeLimit, ...rest } = dto;
    return {
      ...rest,
      price: orRefuse(fenFromWire(priceFen)),
      performanceBond: orRefuse(fenFromWire(performanceBondFen)),
      changeLimit: changeLimit ?? null,
    };
  }
}

export class SignContractDto {
  /** Of the contract the signer has read. */
  @Hex(32) fingerprint!: string;
  /** Why it is signed after the period of the law. */
  @Text({ max: 2_000, min: 0, optional: true }) lateReason?: string;
}

export class DeclineContractDto {
  /** Of the contract that was read. */
  @Hex(32) fingerprint!: string;
  @Text({ max: 2_000 }) reason!: string;
}

export class ChangeDto {
  @OneOf(CHANGE_KINDS) kind!: ChangeKind;
  @Text({ max: 4_000 }) reason!: string;
  /** Fen added to the price; negative where it falls. */
  @WholeNumber({ min: -9_000_000_000_000, max: 9_000_000_000_000 }) priceBy!: number;
  @WholeNumber({ min: -36_500, max: 36_500 }) daysBy!: number;
  @Text({ max: 60, optional: true }) manager?: string;
  /** Number of the decision that allows more than the contract's own limit. */
  @Text({ max: 120, optional: true }) decision?: string;
}

export class AnswerAskedDto {
  @YesNo() agrees!: boolean;
}

export class SubcontractDto {
  @Text({ max: 120 }) name!: string;
  @Text({ max: 200 }) part!: string;
  @FenText() sumFen!: string;
  /** The winner's own word whether this is the main structure or key work. */
  @YesNo() isMainWork!: boolean;
}

export class PaymentDto {
  @FenText() sumFen!: string;
  @Text({ max: 200 }) purpose!: string;
  @UtcInstant() paidAt!: string;
}

export class SiteCheckDto {
  @YesNo() present!: boolean;
  @Text({ max: 2_000, min: 0 }) note!: string;
  /** Now, when left out. */
  @UtcInstant({ optional: true }) checkedAt?: string;
}

export class FilingDto {
  @UtcInstant() filedAt!: string;
  @Text({ max: 120 }) filedWith!: string;
}

export class AcceptanceDto {
  @UtcInstant() acceptedAt!: string;
  @Text({ max: 4_000 }) text!: string;
}
