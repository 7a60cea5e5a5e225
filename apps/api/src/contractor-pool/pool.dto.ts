import {
  MEMBER_GROUNDS,
  type MemberDecision,
  type MemberGround,
  type PoolTerms,
} from '@core/contractor-pool';
import { fenFromWire, parseInstant } from '@core/kernel';
import type { NewPool } from '@server/contractor-pool';
import {
  FenText,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  UtcInstant,
  WholeNumber,
  YesNo,
} from '../http/fields';

class LicenceDto {
  @Text({ max: 60 }) type!: string;
  /** Without it any grade will do. */
  @Text({ max: 20, optional: true }) grade?: string;
}

class PoolTierDto {
  @Text({ max: 20 }) key!: string;
  @Text({ max: 40 }) name!: string;
  /** Without it no licence is asked for. */
  @Nested(() => LicenceDto, { optional: true }) qualification?: LicenceDto;
  /** Highest sum of a work, included; without it any. */
  @FenText({ optional: true }) upToFen?: string;
}

const wanted = ({ type, grade }: LicenceDto) => ({ type, grade: grade ?? null });

class PoolTermsDto {
  /** Highest first. */
  @ListOf(() => PoolTierDto, { max: 8 }) tiers!: PoolTierDto[];
  /** What everybody must hold besides. */
  @ListOf(() => LicenceDto, { max: 8 }) licences!: LicenceDto[];
  @WholeNumber({ min: 0, max: 1_000 }) publicityDays!: number;
  @WholeNumber({ min: 0, max: 1_000 }) reviewMonths!: number;
  @WholeNumber({ min: 0, max: 1_000 }) coolOffMonths!: number;
  /** Without it there is no limit. */
  @WholeNumber({ min: 0, max: 1_000, optional: true }) mostUnfinished?: number;

  static toTerms(this: void, body: PoolTermsDto): PoolTerms {
    const { tiers, licences, mostUnfinished, ...periods } = body;
    return {
      ...periods,
      mostUnfinished: mostUnfinished ?? null,
      licences: licences.map(wanted),
      tiers: tiers.map(({ key, name, qualification, upToFen }) => {
        const upTo = upToFen === undefined ? null : fenFromWire(upToFen);
        return {
          key,
          name,
          qualification: qualification ? wanted(qualification) : null,
          upTo: upTo?.ok === true ? upTo.value : null,
        };
      }),
    };
  }
}

export class OpenPoolDto {
  /** The category of the tenders it serves. */
  @Text({ max: 40 }) trade!: string;
  @Text({ max: 120 }) name!: string;
  @Text({ max: 10_000 }) notice!: string;
  /** The document it rests on (文号). */
  @Text({ max: 80, optional: true }) basis?: string;
  @Nested(() => PoolTermsDto) terms!: PoolTermsDto;

  static toPool(this: void, body: OpenPoolDto): NewPool {
    const { trade, name, notice, basis, terms } = body;
    return { trade, name, notice, basis: basis ?? null, terms: PoolTermsDto.toTerms(terms) };
  }
}

export class ReturnApplicationDto {
  /** Everything that is missing, at once. */
  @Texts({ max: 30, length: 200 }) missing!: string[];
}

export class ReviewMemberDto {
  @YesNo() passed!: boolean;
  /** Why not, where it was not passed. */
  @Text({ max: 2_000, min: 0 }) text!: string;
}

export class PoolObjectionDto {
  @Text({ max: 5_000 }) text!: string;
}

export class AnswerPoolObjectionDto {
  @Text({ max: 5_000 }) reply!: string;
  @YesNo() upheld!: boolean;
}

export class PoolDecisionDto {
  @OneOf(['suspend', 'remove', 'reinstate']) kind!: MemberDecision['kind'];
  @OneOf(MEMBER_GROUNDS, { optional: true }) ground?: MemberGround;
  @Text({ max: 80, min: 0 }) number!: string;
  @Text({ max: 2_000, min: 0 }) reason!: string;
  /** End of a suspension; without it until further notice. */
  @UtcInstant({ optional: true }) until?: string;

  static toDecision(this: void, body: PoolDecisionDto): MemberDecision {
    const { kind, ground, number, reason, until } = body;
    return {
      kind,
      number,
      reason,
      ground: ground ?? null,
      until: until === undefined ? null : parseInstant(until),
    };
  }
}
