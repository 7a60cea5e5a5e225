import { EXPERT_PAPERS, TITLE_LEVELS, type ExpertPaperKind, type TitleLevel } from '@core/panel';
import type { ApplicationEdit } from '@server/expert';
import {
  Id,
  LegalDate,
  ListOf,
  OneOf,
  Secret,
  Text,
  Texts,
  WholeNumber,
  YesNo,
} from '../http/fields';

export class RegisterExpertDto {
  @Text({ max: 60, min: 3 }) username!: string;
  @Secret() password!: string;
  @Text({ max: 60 }) personName!: string;
}

export class ExpertWorkDto {
  @Text({ max: 32 }) specialty!: string;
  @Text({ max: 120 }) name!: string;
  @Text({ max: 60 }) role!: string;
  @WholeNumber({ min: 1950, max: 2100 }) year!: number;
}

export class ExpertPaperDto {
  @Id() fileId!: string;
  @OneOf(EXPERT_PAPERS) kind!: ExpertPaperKind;
  @Text({ max: 100 }) title!: string;
}

/** The whole application; what is left empty is not given yet. */
export class EditApplicationDto {
  @Text({ max: 60 }) name!: string;
  /** Needed once; kept as a keyed digest and the birthday it says. Left out: as it is. */
  @Text({ max: 24, min: 0, optional: true }) idNumber?: string;
  @Text({ max: 30, min: 0 }) phone!: string;
  @Text({ max: 120, min: 0 }) employer!: string;
  @Text({ max: 18, min: 0 }) employerCode!: string;
  @Text({ max: 60, min: 0 }) region!: string;
  @Text({ max: 60, min: 0 }) education!: string;
  @Text({ max: 60, min: 0 }) title!: string;
  @OneOf(TITLE_LEVELS) titleLevel!: TitleLevel;
  @Text({ max: 500, min: 0 }) levelReason!: string;
  @LegalDate({ optional: true }) fieldSince?: string;
  @Texts({ max: 20, length: 32 }) specialties!: string[];
  @ListOf(() => ExpertWorkDto, { max: 30 }) works!: ExpertWorkDto[];
  @Texts({ max: 60, length: 120 }) recusals!: string[];
  @ListOf(() => ExpertPaperDto, { max: 30 }) papers!: ExpertPaperDto[];

  static toEdit(this: void, body: EditApplicationDto): ApplicationEdit {
    return { ...body, fieldSince: body.fieldSince ?? '' };
  }
}

export class ReturnExpertDto {
  /** Everything that is missing, at once. */
  @Texts({ max: 30, length: 200 }) missing!: string[];
}

export class RefuseExpertDto {
  @Text({ max: 2_000 }) reason!: string;
}

export class ExpertObjectionDto {
  @Text({ max: 5_000 }) text!: string;
}

export class AnswerExpertObjectionDto {
  @Text({ max: 5_000 }) reply!: string;
  @YesNo() upheld!: boolean;
}
