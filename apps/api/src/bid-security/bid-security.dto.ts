import {
  FORFEIT_GROUNDS,
  GUARANTEE_KINDS,
  HIGHEST_PPM,
  type ForfeitGround,
  type GuaranteeKind,
} from '@core/bid-security';
import { fenFromWire, type Fen } from '@core/kernel';
import { orRefuse } from '@server/platform';
import {
  FenText,
  Id,
  LegalDate,
  OneOf,
  Text,
  UtcInstant,
  WholeNumber,
  YesNo,
} from '../http/fields';

/** An amount from the wire; refuses `money.invalid`. */
export function fenOf(wire: string): Fen {
  return orRefuse(fenFromWire(wire));
}

/** A guarantee or policy in place of money. */
export class LodgeGuaranteeDto {
  @OneOf(GUARANTEE_KINDS) kind!: GuaranteeKind;
  @Text({ max: 120 }) issuer!: string;
  /** Of the guarantee or policy, as its issuer gave it. */
  @Text({ max: 60 }) number!: string;
  @FenText() sumFen!: string;
  /** The last day of its validity. */
  @LegalDate() validUntil!: string;
  /** The guarantee itself, uploaded before. */
  @Id({ optional: true }) fileId?: string;
}

/** A transfer as the bank shows it. */
export class ReceivePaymentDto {
  @Text({ max: 20 }) code!: string;
  @FenText() sumFen!: string;
  @Text({ max: 120 }) payer!: string;
  @Text({ max: 120 }) bank!: string;
  @Text({ max: 40 }) account!: string;
  @UtcInstant() arrivedAt!: string;
  /** The bank's own number of the transfer. */
  @Text({ max: 60 }) reference!: string;
}

/** A bank statement, comma-separated, with its heading line. */
export class TakeStatementDto {
  @Text({ max: 1_000_000 }) text!: string;
  /** Only say what would become of each line. */
  @YesNo() trial!: boolean;
}

/** A refund, to the account the money came from. */
export class RefundPaymentDto {
  @UtcInstant() paidAt!: string;
  /** What the bank credited; left out: as computed by the posted rates. */
  @FenText({ optional: true }) interestFen?: string;
  @Text({ max: 60 }) reference!: string;
}

/** That a security is kept. */
export class ForfeitSecurityDto {
  @OneOf(FORFEIT_GROUNDS) ground!: ForfeitGround;
  /** The tenderer's decision: its number. */
  @Text({ max: 120 }) decision!: string;
}

/** A posted rate for demand deposits. */
export class DepositRateDto {
  /** The first day it applies. */
  @LegalDate() day!: string;
  /** Millionths a year: 0.35 % is 3500. */
  @WholeNumber({ min: 0, max: HIGHEST_PPM }) ppm!: number;
  /** Where it is posted. */
  @Text({ max: 300 }) source!: string;
}

/** The account securities are paid into. */
export class SecurityAccountDto {
  @Text({ max: 120 }) payee!: string;
  @Text({ max: 120 }) bank!: string;
  @Text({ max: 40 }) account!: string;
}
