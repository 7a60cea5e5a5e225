import {
  CALL_OFF_WAYS,
  REMOVAL_GROUNDS,
  type CallOffWay,
  type FrameworkTerms,
  type Product,
  type RemovalGround,
} from '@core/framework';
import {
  FenText,
  Hex,
  Id,
  OneOf,
  Text,
  Texts,
  UtcInstant,
  WholeNumber,
  YesNo,
} from '../http/fields';

/** The terms of a framework as its collector types them. */
export class FrameworkTermsDto {
  @WholeNumber({ min: 0, max: 90 }) eliminationPercent!: number;
  /** The most suppliers of a package; left out: the rate alone decides. */
  @WholeNumber({ min: 1, max: 1_000, optional: true }) most?: number;
  @WholeNumber({ min: 1, max: 60 }) months!: number;
  @Texts({ max: CALL_OFF_WAYS.length, length: 12 }) callOff!: CallOffWay[];
  @Text({ max: 20 }) unit!: string;
  @Text({ max: 500 }) buyers!: string;
  @YesNo() outsideAward!: boolean;

  static toTerms(this: void, body: FrameworkTermsDto): FrameworkTerms {
    const { eliminationPercent, most = null, months, callOff, unit, buyers, outsideAward } = body;
    return { eliminationPercent, most, months, callOff, unit, buyers, outsideAward };
  }
}

/** What a supplier delivers. */
export class ProductDto implements Product {
  @Text({ max: 120 }) name!: string;
  @Text({ max: 60, min: 0 }) brand!: string;
  @Text({ max: 60, min: 0 }) model!: string;
  @Text({ max: 2_000 }) parameters!: string;
  @Text({ max: 500 }) service!: string;
}

export class SignAgreementDto {
  /** Of the text that was read. */
  @Hex(32) fingerprint!: string;
}

export class LowerPriceDto {
  @FenText() priceFen!: string;
}

export class FileAgreementsDto {
  @Text({ max: 120 }) filedWith!: string;
}

export class RemoveSupplierDto {
  @OneOf(REMOVAL_GROUNDS) ground!: RemovalGround;
  @Text({ max: 2_000 }) evidence!: string;
}

/** An order: of the named supplier, or, where none is named, of whose turn it is. */
export class PlaceOrderDto {
  @WholeNumber({ min: 1, max: 999 }) lot!: number;
  @Id({ optional: true }) supplierId?: string;
  @WholeNumber({ min: 1, max: 1_000_000 }) quantity!: number;
  @Text({ max: 200 }) delivery!: string;
  @Text({ max: 500, min: 0, optional: true }) reason?: string;
}

export class RefuseOrderDto {
  @Text({ max: 500 }) reason!: string;
}

export class ReviewOrderDto {
  @WholeNumber({ min: 1, max: 5 }) stars!: number;
  @Text({ max: 500, min: 0, optional: true }) words?: string;
}

export class CallQuotesDto {
  @WholeNumber({ min: 1, max: 999 }) lot!: number;
  @WholeNumber({ min: 1, max: 1_000_000 }) quantity!: number;
  @Text({ max: 2_000 }) need!: string;
  @Text({ max: 200 }) delivery!: string;
  @UtcInstant() deadline!: string;
}

export class SealQuoteDto {
  /** Digest of the quote with its random number. */
  @Hex(32) sealed!: string;
}

export class OpenQuoteDto {
  @FenText() unitPriceFen!: string;
  @Hex(32) nonce!: string;
}
