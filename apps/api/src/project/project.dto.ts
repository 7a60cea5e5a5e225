import { fen } from '@core/kernel';
import {
  COLLECTIVE_MEETINGS,
  PROJECT_ATTACHMENT_KINDS,
  type CollectiveMeeting,
  type LocalItem,
  type LotPlan,
  type ProjectAttachmentKind,
  type TypedProject,
  type WorksClass,
  WORKS_CLASSES,
} from '@core/project';
import {
  EXEMPTION_GROUNDS,
  OWNER_KINDS,
  PROJECT_KINDS,
  type ExemptionGround,
  type OwnerKind,
  type ProjectKind,
} from '@core/rules';
import type { ProjectDraft, ProjectWish } from '@server/project';
import {
  FenText,
  Id,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  WholeNumber,
  YesNo,
} from '../http/fields';

/** A lot a project is meant to be tendered in. */
export class PlannedLotDto {
  @Text({ max: 200 }) title!: string;
  @FenText() estimateFen!: string;
}

/** Why a project need not be tendered, with what shows it. */
export class ExemptionDto {
  @OneOf(EXEMPTION_GROUNDS) ground!: ExemptionGround;
  @Text({ max: 500, min: 0 }) evidence!: string;
  @Id({ optional: true }) fileId?: string;
}

export class ProjectFactsDto {
  @OneOf(PROJECT_KINDS) kind!: ProjectKind;
  @OneOf(OWNER_KINDS) owner!: OwnerKind;
  @YesNo() partOfWorks!: boolean;
  @YesNo() fiscalFunds!: boolean;
  /** In the catalogue of centralised procurement; left out: no. */
  @YesNo({ optional: true }) inCatalogue?: boolean;
  @FenText() estimateFen!: string;
  @FenText() totalInvestmentFen!: string;
  /** Budget funds in it; left out: all of the investment where fiscal funds are used. */
  @FenText({ optional: true }) budgetFundsFen?: string;
  /** Other procurements of the same kind in the project that can be done together with it. */
  @FenText({ optional: true }) togetherFen?: string;
  @Nested(() => ExemptionDto, { optional: true }) exemption?: ExemptionDto;
  @Text({ max: 40 }) category!: string;
  /** Numbered in their order; together at most the estimate. */
  @ListOf(() => PlannedLotDto, { max: 50, optional: true }) lots?: PlannedLotDto[];

  static toWish(this: void, body: ProjectFactsDto): ProjectWish {
    const { kind, owner, partOfWorks, fiscalFunds, inCatalogue = false, category } = body;
    const { budgetFundsFen, togetherFen, exemption: claim } = body;
    return {
      ...(budgetFundsFen === undefined ? {} : { budgetFunds: fen(Number(budgetFundsFen)) }),
      ...(togetherFen === undefined ? {} : { together: fen(Number(togetherFen)) }),
      exemption: claim ? { ...claim, fileId: claim.fileId ?? null } : null,
      kind,
      owner,
      partOfWorks,
      fiscalFunds,
      inCatalogue,
      category,
      estimate: fen(Number(body.estimateFen)),
      totalInvestment: fen(Number(body.totalInvestmentFen)),
      lots: (body.lots ?? []).map(({ title, estimateFen }): LotPlan => ({
        title,
        estimate: fen(Number(estimateFen)),
      })),
    };
  }
}

/** Facts somebody asks about while he types. */
export class AskedFactsDto extends ProjectFactsDto {
  /** The project they are of, when it was handed in before. */
  @Id({ optional: true }) projectId?: string;
}

/** A file that goes with a project, sent before. */
export class ProjectAttachmentDto {
  @Id() fileId!: string;
  @OneOf(PROJECT_ATTACHMENT_KINDS) kind!: ProjectAttachmentKind;
  @Text({ max: 100 }) title!: string;
}

export class ProjectDto extends ProjectFactsDto {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 60 }) region!: string;
  @Text({ max: 120 }) approvalNumber!: string;
  /** What is built, for the unified transaction code; left out: other works. */
  @OneOf(WORKS_CLASSES, { optional: true }) worksClass?: WorksClass;
  /** Whether an agro-forestry project is to be bought on the spot (就地采购). */
  @YesNo({ optional: true }) localProcurement?: boolean;
  /** The files that go with it. */
  @ListOf(() => ProjectAttachmentDto, { max: 40, optional: true })
  attachments?: ProjectAttachmentDto[];

  static toDraft(this: void, body: ProjectDto): ProjectDraft {
    const { title, region, approvalNumber, localProcurement = false, worksClass = null } = body;
    const attachments = (body.attachments ?? []).map(({ fileId, kind, title: name }) => ({
      fileId,
      kind,
      title: name,
    }));
    const wish = ProjectFactsDto.toWish(body);
    const plain = { title, region, approvalNumber, localProcurement, worksClass };
    return { ...wish, ...plain, attachments };
  }
}

export class NewProjectDto extends ProjectDto {
  /** The draft it was typed in; it becomes this project. */
  @Id({ optional: true }) draftId?: string;
}

export class AnswerProjectDto {
  @Texts({ max: 50, length: 200 }) missing!: string[];
  /** Why something is named now that was not named the first time. */
  @Text({ max: 500, min: 0, optional: true }) lateReason?: string;
}

export class EndProjectDto {
  @Text({ max: 500, min: 0 }) reason!: string;
}

export class LocalItemDto {
  @Text({ max: 60 }) seller!: string;
  @Text({ max: 200 }) what!: string;
  @FenText() amountFen!: string;
}

export class LocalPurchaseDto {
  @ListOf(() => LocalItemDto, { max: 200 }) items!: LocalItemDto[];
  @Text({ max: 500, min: 0 }) reason!: string;

  static toItems(this: void, body: LocalPurchaseDto): LocalItem[] {
    return body.items.map(({ seller, what, amountFen }) => ({
      seller,
      what,
      amount: fen(Number(amountFen)),
    }));
  }
}

export class TypedLotDto {
  @Text({ max: 200, min: 0, optional: true }) title?: string;
  @Text({ max: 30, min: 0, optional: true }) estimate?: string;
}

export class TypedProofDto {
  @Id() fileId!: string;
  @Text({ max: 200, min: 0 }) title!: string;
}

export class TypedFileDto extends TypedProofDto {
  @OneOf(PROJECT_ATTACHMENT_KINDS) kind!: ProjectAttachmentKind;
}

/** A project as it is typed: nothing is checked but its size. */
export class TypedProjectDto {
  @Text({ max: 200, min: 0, optional: true }) title?: string;
  @Text({ max: 60, min: 0, optional: true }) region?: string;
  @Text({ max: 120, min: 0, optional: true }) approvalNumber?: string;
  @OneOf(PROJECT_KINDS, { optional: true }) kind?: ProjectKind;
  @OneOf(WORKS_CLASSES, { optional: true }) worksClass?: WorksClass;
  @OneOf(OWNER_KINDS, { optional: true }) owner?: OwnerKind;
  @Text({ max: 40, min: 0, optional: true }) category?: string;
  /** Yuan, as typed. */
  @Text({ max: 30, min: 0, optional: true }) estimate?: string;
  @Text({ max: 30, min: 0, optional: true }) investment?: string;
  @Text({ max: 30, min: 0, optional: true }) budgetFunds?: string;
  @Text({ max: 30, min: 0, optional: true }) together?: string;
  /** Ground of an exemption, and the words that prove it. */
  @OneOf(EXEMPTION_GROUNDS, { optional: true }) ground?: ExemptionGround;
  @Text({ max: 2_000, min: 0, optional: true }) evidence?: string;
  @YesNo({ optional: true }) partOfWorks?: boolean;
  @YesNo({ optional: true }) fiscalFunds?: boolean;
  @YesNo({ optional: true }) inCatalogue?: boolean;
  @YesNo({ optional: true }) localProcurement?: boolean;
  @ListOf(() => TypedLotDto, { max: 50, optional: true }) lots?: TypedLotDto[];
  /** The file that proves an exemption, and the files that go with the project: sent already. */
  @Nested(() => TypedProofDto, { optional: true }) proof?: TypedProofDto;
  @ListOf(() => TypedFileDto, { max: 40, optional: true }) attachments?: TypedFileDto[];

  static toTyped(this: void, body: TypedProjectDto): TypedProject {
    const { lots, proof, attachments, ...typed } = body;
    return {
      ...typed,
      ...(lots === undefined ? {} : { lots: lots.map((lot) => ({ ...lot })) }),
      ...(proof === undefined ? {} : { proof: { ...proof } }),
      ...(attachments === undefined ? {} : { attachments: attachments.map((one) => ({ ...one })) }),
    };
  }
}

/** How a village decided about a project, as its tenderer states it. */
export class CollectiveDto {
  @OneOf(COLLECTIVE_MEETINGS) meeting!: CollectiveMeeting;
  /** Number or title of the minutes. */
  @Text({ max: 200, min: 0 }) document!: string;
  /** Legal dates, `YYYY-MM-DD`. */
  @Text({ max: 10 }) partyOn!: string;
  @Text({ max: 10 }) heldOn!: string;
  @Text({ max: 10 }) publishedFrom!: string;
  @Text({ max: 10 }) publishedUntil!: string;
  /** Heads: with a vote, present, in favour. */
  @WholeNumber({ min: 0, max: 1_000_000 }) entitled!: number;
  @WholeNumber({ min: 0, max: 1_000_000 }) present!: number;
  @WholeNumber({ min: 0, max: 1_000_000 }) agreed!: number;
  /** The minutes, uploaded before. */
  @Id() fileId!: string;
}

export class CommissionDto {
  @Id() agencyId!: string;
  /** Number of the contract (委托合同). */
  @Text({ max: 120, min: 0 }) contractNumber!: string;
  /** The contract, uploaded before. */
  @Id() fileId!: string;
}
