import { fen } from '@core/kernel';
import { OWNER_KINDS, PROJECT_KINDS, type OwnerKind, type ProjectKind } from '@core/rules';
import type { ProjectDraft } from '@server/project';
import { FenText, OneOf, Text, Texts, YesNo } from '../http/fields';

export class ProjectFactsDto {
  @OneOf(PROJECT_KINDS) kind!: ProjectKind;
  @OneOf(OWNER_KINDS) owner!: OwnerKind;
  @YesNo() partOfWorks!: boolean;
  @YesNo() fiscalFunds!: boolean;
  @FenText() estimateFen!: string;
  @FenText() totalInvestmentFen!: string;
  @Text({ max: 40 }) category!: string;
}

export class ProjectDto extends ProjectFactsDto {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 60 }) region!: string;
  @Text({ max: 120 }) approvalNumber!: string;

  static toDraft(this: void, body: ProjectDto): ProjectDraft {
    const { estimateFen, totalInvestmentFen, ...rest } = body;
    return {
      ...rest,
      estimate: fen(Number(estimateFen)),
      totalInvestment: fen(Number(totalInvestmentFen)),
    };
  }
}

export class ResubmitProjectDto {
  @Text({ max: 120 }) approvalNumber!: string;
}

export class ProjectAnswerDto {
  /** Everything that is missing; empty: complete. */
  @Texts({ max: 30, length: 200 }) missing!: string[];
}
