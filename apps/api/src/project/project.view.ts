import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { fenToWire, formatInstant } from '@core/kernel';
import {
  ADVISED_METHODS,
  EXEMPTION_GROUNDS,
  METHODS,
  METHODS_ELSEWHERE,
  methodsFor,
  narrowedBy,
  proposedMethod,
  REGIMES,
  type LegalDate,
  type LocalBand,
  type Method,
  type MethodAdvice,
  type RuleSet,
  type Timetable,
} from '@core/rules';
import {
  COLLECTIVE_MEETINGS,
  PROJECT_ATTACHMENT_KINDS,
  PROJECT_STATES,
  progressOf,
  PROJECT_PROGRESS,
  type CollectiveDecision,
  type PlannedLot,
  type ProjectAttachment,
  type ProjectUse,
  type WorksClass,
  WORKS_CLASSES,
} from '@core/project';
import type { LocalPurchase, Project, ProjectAdvice } from '@server/project';
import { BilingualView, fenOrNull, FindingView, instantOrNull } from '../http/views';

export class TimetableView {
  @ApiProperty() publishAt!: string;
  @ApiProperty() documentsUntil!: string;
  @ApiProperty() clarifyUntil!: string;
  @ApiProperty() objectUntil!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() openAt!: string;

  static of(this: void, timetable: Timetable): TimetableView {
    return {
      publishAt: formatInstant(timetable.publishAt),
      documentsUntil: formatInstant(timetable.documentsUntil),
      clarifyUntil: formatInstant(timetable.clarifyUntil),
      objectUntil: formatInstant(timetable.objectUntil),
      deadline: formatInstant(timetable.deadline),
      openAt: formatInstant(timetable.openAt),
    };
  }
}

export class MethodAdviceView {
  @ApiProperty({ enum: ADVISED_METHODS }) method!: string;
  /** Whether it is held on this platform. */
  @ApiProperty() isHeldHere!: boolean;
  @ApiProperty({ enum: ['allowed', 'needs-basis', 'refused'] }) verdict!: string;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];

  static of(this: void, advice: MethodAdvice): MethodAdviceView {
    const isHeldHere = !METHODS_ELSEWHERE.some((one) => one === advice.method);
    return { ...advice, isHeldHere, findings: advice.findings.map(FindingView.of) };
  }
}

export class ProjectAdviceView {
  @ApiProperty() ruleSetId!: string;
  /** What always has to be said of this rule set, such as that it is historical policy. */
  @ApiProperty({ type: BilingualView, nullable: true }) ruleSetNotice!: BilingualView | null;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty() mustTender!: boolean;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ type: [MethodAdviceView] }) methods!: MethodAdviceView[];
  @ApiProperty({ type: TimetableView }) earliest!: TimetableView;
  /** The rules it was made by. */
  @ApiProperty({ type: [FindingView] }) earliestFindings!: FindingView[];
  /** Whether an agro-forestry project may be bought on the spot, by the rule that says so; null: it may not. */
  @ApiProperty({ type: FindingView, nullable: true }) local!: FindingView | null;
  @ApiProperty() panelTotal!: number;
  @ApiProperty({ type: [FindingView] }) panelFindings!: FindingView[];

  static of(
    this: void,
    advice: ProjectAdvice,
    ruleSetNotice: BilingualView | null,
  ): ProjectAdviceView {
    return {
      ruleSetId: advice.ruleSetId,
      ruleSetNotice,
      regime: advice.regime,
      mustTender: advice.mustTender,
      findings: advice.findings.map(FindingView.of),
      methods: advice.methods.map(MethodAdviceView.of),
      earliest: TimetableView.of(advice.earliest),
      earliestFindings: advice.earliestFindings.map(FindingView.of),
      local: advice.local ? FindingView.of(advice.local) : null,
      panelTotal: advice.panel.total,
      panelFindings: advice.panel.findings.map(FindingView.of),
    };
  }
}

/** A lot a project is meant to be tendered in. */
export class PlannedLotView {
  @ApiProperty() number!: number;
  @ApiProperty() title!: string;
  @ApiProperty() estimateFen!: string;

  static of(this: void, { number, title, estimate }: PlannedLot): PlannedLotView {
    return { number, title, estimateFen: fenToWire(estimate) };
  }
}

/** Why a project need not be tendered; its file is at `…/exemption`. */
export class ExemptionView {
  @ApiProperty({ enum: EXEMPTION_GROUNDS }) ground!: string;
  @ApiProperty() evidence!: string;
}

/** A file that goes with a project; it is at `…/attachments/{fileId}/file`. */
export class ProjectAttachmentView {
  @ApiProperty() fileId!: string;
  @ApiProperty({ enum: PROJECT_ATTACHMENT_KINDS }) kind!: string;
  @ApiProperty() title!: string;

  static of(this: void, { fileId, kind, title }: ProjectAttachment): ProjectAttachmentView {
    return { fileId, kind, title };
  }
}

/** How a village decided about it; the minutes are at `…/collective-decision`. */
export class CollectiveView {
  @ApiProperty({ enum: COLLECTIVE_MEETINGS }) meeting!: string;
  @ApiProperty() document!: string;
  @ApiProperty() partyOn!: string;
  @ApiProperty() heldOn!: string;
  @ApiProperty() publishedFrom!: string;
  @ApiProperty() publishedUntil!: string;
  @ApiProperty({ type: 'integer' }) entitled!: number;
  @ApiProperty({ type: 'integer' }) present!: number;
  @ApiProperty({ type: 'integer' }) agreed!: number;
  /** The minutes. */
  @ApiProperty() fileId!: string;

  static of(this: void, made: CollectiveDecision): CollectiveView {
    return { ...made };
  }
}

/** The law a project is shown under: its set, the day, and the band of the place's own document. */
interface ProjectLaw {
  readonly set: RuleSet;
  readonly on: LegalDate;
  readonly band: LocalBand | null;
}

export class ProjectView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() tendererId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: WORKS_CLASSES, nullable: true }) worksClass!: WorksClass | null;
  @ApiProperty() category!: string;
  @ApiProperty() region!: string;
  @ApiProperty() approvalNumber!: string;
  @ApiProperty() estimateFen!: string;
  @ApiProperty() totalInvestmentFen!: string;
  @ApiProperty({ type: String, nullable: true }) budgetFundsFen!: string | null;
  @ApiProperty({ type: String, nullable: true }) togetherFen!: string | null;
  @ApiProperty({ type: ExemptionView, nullable: true }) exemption!: ExemptionView | null;
  @ApiProperty({ type: [ProjectAttachmentView] }) attachments!: ProjectAttachmentView[];
  /** In their order; empty: it names none. */
  @ApiProperty({ type: [PlannedLotView] }) lots!: PlannedLotView[];
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty() ruleSetId!: string;
  @ApiProperty({ type: BilingualView, nullable: true }) ruleSetNotice!: BilingualView | null;
  /** What its tender is drafted as: the first method of its rule set for its regime. */
  @ApiProperty({ enum: METHODS }) proposedMethod!: Method;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ enum: PROJECT_STATES }) state!: string;
  /** Computed from its tenders. */
  @ApiProperty({ enum: PROJECT_PROGRESS }) progress!: string;
  @ApiProperty() localProcurement!: boolean;
  @ApiProperty({ type: String, nullable: true }) unifiedCode!: string | null;
  @ApiProperty() tendererName!: string;
  /** The agency commissioned for it, and the contract behind it. */
  @ApiProperty({ type: String, nullable: true }) agencyName!: string | null;
  @ApiProperty({ type: String, nullable: true }) contractNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) commissionedAt!: string | null;
  @ApiProperty({ type: CollectiveView, nullable: true }) collective!: CollectiveView | null;
  /** Whether the reader is its tenderer, who alone commissions, gives up and hands in again. */
  @ApiProperty() own!: boolean;
  /** Everything that was ever named as missing. */
  @ApiProperty({ type: [String] }) told!: string[];
  /** Until when the registrar answers. */
  @ApiProperty({ type: String, nullable: true }) answerBy!: string | null;
  /** Until when what is missing is to be mended; null: nothing is missing. */
  @ApiProperty({ type: String, nullable: true }) cureBy!: string | null;
  /** When a project nobody tenders is reminded of itself, and when it ends by itself after that. */
  @ApiProperty({ type: String, nullable: true }) remindAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endsAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason!: string | null;
  /** Whether the receipt or the letter is printed. */
  @ApiProperty() hasLetter!: boolean;
  @ApiProperty({ type: [String] }) missing!: string[];
  @ApiProperty({ type: String, nullable: true }) receipt!: string | null;
  @ApiProperty() submittedAt!: string;
  @ApiProperty({ type: String, nullable: true }) registeredAt!: string | null;

  static of(
    this: void,
    row: Project,
    use: ProjectUse,
    { set, on, band }: ProjectLaw,
    { tendererName, reader }: { readonly tendererName: string; readonly reader: Actor },
  ): ProjectView {
    const { id, code, tendererId, title, kind, category, region, approvalNumber } = row;
    const { regime, ruleSetId, state, receipt } = row;
    return {
      id,
      code,
      tendererId,
      title,
      kind,
      worksClass: row.worksClass,
      category,
      region,
      approvalNumber,
      estimateFen: fenToWire(row.estimate),
      totalInvestmentFen: fenToWire(row.totalInvestment),
      budgetFundsFen: fenOrNull(row.budgetFunds),
      togetherFen: fenOrNull(row.together),
      exemption: row.exemption && {
        ground: row.exemption.ground,
        evidence: row.exemption.evidence,
      },
      attachments: (row.attachments ?? []).map(ProjectAttachmentView.of),
      lots: (row.lots ?? []).map(PlannedLotView.of),
      regime,
      ruleSetId,
      ruleSetNotice: set.notice,
      proposedMethod: proposedMethod(narrowedBy(methodsFor(set, regime, on), band)),
      findings: row.findings.map(FindingView.of),
      state,
      progress: progressOf(use),
      localProcurement: row.localProcurement === 1,
      unifiedCode: row.unifiedCode,
      tendererName,
      agencyName: row.agencyName,
      contractNumber: row.contractNumber,
      commissionedAt: instantOrNull(row.commissionedAt),
      collective: row.collective && CollectiveView.of(row.collective),
      own: reader.organisationId === tendererId,
      told: [...(row.told ?? [])],
      answerBy: instantOrNull(row.answerBy),
      cureBy: instantOrNull(row.cureBy),
      remindAt: instantOrNull(row.remindAt),
      endsAt: instantOrNull(row.endsAt),
      endReason: row.endReason,
      hasLetter: row.letterFileId !== null,
      missing: [...row.missing],
      receipt,
      submittedAt: formatInstant(row.submittedAt),
      registeredAt: instantOrNull(row.registeredAt),
    };
  }
}

export class LocalItemView {
  @ApiProperty() seller!: string;
  @ApiProperty() what!: string;
  @ApiProperty() amountFen!: string;
}

/** What was bought on the spot for an agro-forestry project. */
export class LocalPurchaseView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() region!: string;
  @ApiProperty({ type: [LocalItemView] }) items!: LocalItemView[];
  @ApiProperty() totalFen!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() citation!: string;
  @ApiProperty() publishedAt!: string;
  @ApiProperty() publicUntil!: string;

  static of(this: void, row: LocalPurchase): LocalPurchaseView {
    const { id, code, title, tendererName, region, reason, citation } = row;
    return {
      id,
      code,
      title,
      tendererName,
      region,
      reason,
      citation,
      items: row.items.map(({ seller, what, amount }) => ({
        seller,
        what,
        amountFen: fenToWire(amount),
      })),
      totalFen: fenToWire(row.total),
      publishedAt: formatInstant(row.publishedAt),
      publicUntil: formatInstant(row.publicUntil),
    };
  }
}
