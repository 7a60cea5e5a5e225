import { parseInstant } from '@core/kernel';
import {
  ASSESSMENT_GRADES,
  EXPERT_DECISIONS,
  EXPERT_PAPERS,
  REMOVAL_GROUNDS,
  TITLE_LEVELS,
  type AssessmentGrade,
  type ExpertDecisionKind,
  type ExpertPaperKind,
  type RemovalGround,
  type TitleLevel,
} from '@core/panel';
import type {
  ApplicationEdit,
  ExpertDecisionFacts,
  PauseFacts,
  TrainingFacts,
} from '@server/expert';
import {
  Id,
  LegalDate,
  ListOf,
  OneOf,
  Secret,
  Text,
  Texts,
  UtcInstant,
  WholeNumber,
  YesNo,
} from '../http/fields';

export class RegisterExpertDto {
  @Text({ max: 60, min: 3 }) username!: string;
  @Secret() password!: string;
  @Text({ max: 60 }) personName!: string;
  /** Of whom was imported: the code he got from the keeper of the pool. */
  @Text({ max: 20, min: 0, optional: true }) invitation?: string;
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

const at = (text: string): number => parseInstant(text) ?? 0;

export class TrainExpertDto {
  @OneOf(['trained', 'tested']) kind!: TrainingFacts['kind'];
  @Text({ max: 120 }) title!: string;
  @UtcInstant() heldAt!: string;
  /** Points of a test. */
  @WholeNumber({ min: 0, max: 1_000, optional: true }) score?: number;
  @YesNo() passed!: boolean;
  @Id({ optional: true }) fileId?: string;

  static toFacts(this: void, body: TrainExpertDto): TrainingFacts {
    const { kind, title, heldAt, score, passed, fileId } = body;
    return {
      kind,
      title,
      passed,
      heldAt: at(heldAt),
      score: score ?? null,
      fileId: fileId ?? null,
    };
  }
}

export class WarnExpertDto {
  @Text({ max: 2_000 }) reason!: string;
}

export class ReviewExpertDto {
  @YesNo() passed!: boolean;
  /** Why not, where it was not passed. */
  @Text({ max: 2_000, min: 0 }) text!: string;
}

export class PauseExpertDto {
  @UtcInstant() from!: string;
  /** First instant after it. */
  @UtcInstant() until!: string;
  @Text({ max: 500, min: 0 }) reason!: string;

  static toFacts(this: void, { from, until, reason }: PauseExpertDto): PauseFacts {
    return { from: at(from), until: at(until), reason };
  }
}

export class RemoveExpertDto {
  @OneOf(REMOVAL_GROUNDS) ground!: RemovalGround;
  @Text({ max: 2_000 }) reason!: string;
}

export class DecideExpertDto {
  @OneOf(EXPERT_DECISIONS) kind!: ExpertDecisionKind;
  @Text({ max: 80, min: 0 }) number!: string;
  @Text({ max: 2_000, min: 0 }) reason!: string;
  /** First instant after a ban. */
  @UtcInstant({ optional: true }) until?: string;
  /** The document; a ban needs it. */
  @Id({ optional: true }) fileId?: string;

  static toFacts(this: void, body: DecideExpertDto): ExpertDecisionFacts {
    const { kind, number, reason, until, fileId } = body;
    const end = until === undefined ? null : at(until);
    return { kind, number, reason, until: end, fileId: fileId ?? null };
  }
}

export class AssessExpertDto {
  @WholeNumber({ min: 1, max: 99 }) seat!: number;
  @OneOf(ASSESSMENT_GRADES) grade!: AssessmentGrade;
  @Text({ max: 1_000, min: 0 }) text!: string;
}

/** How to reach an expert, and with whom he has to do; all of it, each time. */
export class OwnFactsDto {
  @Text({ max: 30 }) phone!: string;
  @Text({ max: 120 }) employer!: string;
  @Text({ max: 18, min: 0 }) employerCode!: string;
  @Text({ max: 60 }) region!: string;
  @Texts({ max: 60, length: 120 }) recusals!: string[];
}

export class CorrectRecusalsDto {
  /** The whole list as it is to be. */
  @Texts({ max: 60, length: 120 }) recusals!: string[];
  @Text({ max: 500 }) reason!: string;
}
