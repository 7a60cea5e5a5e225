import { fen, parseInstant } from '@core/kernel';
import { METHODS, type Method } from '@core/rules';
import {
  BID_VALIDITY,
  MOST_LOTS,
  OPENING_MODES,
  type GivenBasis,
  type OpeningMode,
} from '@core/tender';
import type { Division, SealingTerms, TenderTerms } from '@server/tender';
import {
  CoreObject,
  FenText,
  Hex,
  Id,
  ListOf,
  Nested,
  OneOf,
  Text,
  UtcInstant,
  WholeNumber,
  YesNo,
} from '../http/fields';

/** What a method rests on: a lottery on the review of its local rule, an invitation on its condition. */
export class MethodBasisDto {
  @Text({ max: 120 }) documentNumber!: string;
  /** Of a lottery. */
  @Text({ max: 200, optional: true }) fairCompetitionReview?: string;
  /** Of an invitation. */
  @Text({ max: 200, optional: true }) condition?: string;
  @Id() fileId!: string;
}

function givenBasis(body: MethodBasisDto): GivenBasis {
  const { documentNumber, fileId, fairCompetitionReview = null, condition = null } = body;
  return { documentNumber, fileId, fairCompetitionReview, condition };
}

export class TenderTermsDto {
  @Text({ max: 200 }) title!: string;
  @OneOf(METHODS) method!: Method;
  @FenText({ optional: true }) ceilingFen?: string;
  @FenText() bidBondFen!: string;
  /** For how long bids bind, days from the deadline (投标有效期). */
  @WholeNumber({ min: BID_VALIDITY.least, max: BID_VALIDITY.most, optional: true })
  bidValidityDays?: number;
  /** Without it the earliest lawful deadline is proposed. */
  @UtcInstant({ optional: true }) deadline?: string;
  @Nested(() => MethodBasisDto, { optional: true }) basis?: MethodBasisDto;

  static toTerms(this: void, body: TenderTermsDto): TenderTerms {
    return {
      title: body.title,
      method: body.method,
      ceiling: body.ceilingFen === undefined ? null : fen(Number(body.ceilingFen)),
      bidBond: fen(Number(body.bidBondFen)),
      bidValidityDays: body.bidValidityDays ?? null,
      deadline: body.deadline === undefined ? null : parseInstant(body.deadline),
      basis: body.basis ? givenBasis(body.basis) : null,
    };
  }
}

export class DraftTenderDto extends TenderTermsDto {
  @Id() projectId!: string;
}

/** Kinds of documents handed out with a tender. */
export const DOCUMENT_KINDS = [
  'tender_document',
  'drawing',
  'bill_of_quantities',
  'other',
] as const;

export class AddDocumentDto {
  @Id() fileId!: string;
  @OneOf(DOCUMENT_KINDS) kind!: string;
  @Text({ max: 200 }) title!: string;
}

export class PublishTenderDto {
  @Text({ max: 20_000 }) text!: string;
}

export class WantedQualificationDto {
  @Text({ max: 60 }) type!: string;
  /** Without it any grade will do. */
  @Text({ max: 20, optional: true }) grade?: string;
}

export class LotDto {
  @Text({ max: 200 }) title!: string;
  @FenText() estimateFen!: string;
  @FenText({ optional: true }) ceilingFen?: string;
  @FenText() bidBondFen!: string;
  @Nested(() => WantedQualificationDto, { optional: true }) qualification?: WantedQualificationDto;
}

export class DivideTenderDto {
  /** In their order; numbered from 1. */
  @ListOf(() => LotDto, { max: MOST_LOTS }) lots!: LotDto[];
  @YesNo() consortia!: boolean;
  /** In how many lots one bidder may win; without it there is no limit. */
  @WholeNumber({ min: 1, max: MOST_LOTS, optional: true }) winLimit?: number;

  static toDivision(this: void, body: DivideTenderDto): Division {
    return {
      lots: body.lots.map(({ title, estimateFen, ceilingFen, bidBondFen, qualification }) => ({
        title,
        estimate: fen(Number(estimateFen)),
        ceiling: ceilingFen === undefined ? null : fen(Number(ceilingFen)),
        bidBond: fen(Number(bidBondFen)),
        qualification: qualification
          ? { type: qualification.type, grade: qualification.grade ?? null }
          : null,
      })),
      consortia: body.consortia,
      winLimit: body.winLimit ?? null,
    };
  }
}

export class TerminateTenderDto {
  @Text({ max: 2_000, min: 0 }) reason!: string;
}

export class PlanDto {
  /** How bids are compared, in the form it is published in (docs/protocols/evaluation.md). */
  @CoreObject() plan!: Record<string, unknown>;
}

export class HolderDto {
  @Text({ max: 40 }) id!: string;
  @WholeNumber({ min: 1, max: 15 }) x!: number;
  @Text({ max: 100 }) recipient!: string;
  @Hex(32) publicKey!: string;
  @CoreObject() signature!: Record<string, unknown>;
}

export class SealingDto {
  @OneOf(OPENING_MODES) mode!: OpeningMode;
  @WholeNumber({ min: 1, max: 15 }) t!: number;
  @WholeNumber({ min: 60, max: 14_400 }) windowSeconds!: number;
  @ListOf(() => HolderDto, { max: 15 }) holders!: HolderDto[];

  static toTerms(this: void, body: SealingDto): SealingTerms {
    return { ...body, holders: body.holders.map((holder) => ({ ...holder })) };
  }
}
