import { Entity, Index } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import type {
  CollectiveDecision,
  LocalItem,
  PlannedLot,
  ProjectAttachment,
  ProjectContent,
  ProjectState,
  ProvenExemption,
  TypedProject,
  WorksClass,
} from '@core/project';
import type { Finding, OwnerKind, ProjectKind, Regime } from '@core/rules';
import { FenAmount, JsonText, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A project that wants to be traded. */
@Entity('project')
@Index('uq_project_code', ['code'], { unique: true })
@Index('ix_project_tenderer', ['tendererId', 'createdAt'])
@Index('ix_project_state', ['state', 'submittedAt'])
export class ProjectRow {
  @Key() id!: string;
  @ShortText(20, 'public') code!: string;
  @Ref() tendererId!: string;
  @ShortText(200, 'public') title!: string;
  @ShortText(10, 'public') kind!: ProjectKind;
  /** Its class in the table of transactions, of works only; null: not named. */
  @ShortText(3, 'public', { nullable: true }) worksClass!: WorksClass | null;
  @ShortText(20, 'internal') owner!: OwnerKind;
  @ShortText(40, 'public') category!: string;
  @ShortText(60, 'public') region!: string;
  @Whole() partOfWorks!: number;
  @Whole() fiscalFunds!: number;
  /** In the catalogue of centralised procurement. */
  @Whole('internal', { default: 0 }) inCatalogue!: number;
  @FenAmount('internal') estimate!: Fen;
  @FenAmount('internal') totalInvestment!: Fen;
  /** Budget funds in it; null: not given. */
  @FenAmount('internal', { nullable: true }) budgetFunds!: Fen | null;
  /** Other procurements of the project that can be done together with it; null: none given. */
  @FenAmount('internal', { nullable: true }) together!: Fen | null;
  /** Why it need not be tendered, with the proof; null: nothing is claimed. */
  @JsonText('internal', { nullable: true }) exemption!: ProvenExemption | null;
  @ShortText(120, 'internal') approvalNumber!: string;
  @ShortText(1, 'public') regime!: Regime;
  @ShortText(30, 'public') ruleSetId!: string;
  /** The set as it was when the project was handed in; null: handed in before sets were kept. */
  @ShortText(64, 'public', { nullable: true }) ruleSetHash!: string | null;
  @JsonText('internal') findings!: readonly Finding[];
  @ShortText(12, 'internal') state!: ProjectState;
  @JsonText('internal') missing!: readonly string[];
  @ShortText(20, 'internal', { nullable: true }) receipt!: string | null;
  @Moment() createdAt!: Instant;
  @Moment() submittedAt!: Instant;
  @Moment('internal', { nullable: true }) registeredAt!: Instant | null;
  /** Unified transaction code (统一交易标识码), given with the receipt. */
  @ShortText(40, 'public', { nullable: true }) unifiedCode!: string | null;
  /** 1: an agro-forestry project that is bought on the spot (就地采购). */
  @Whole('public', { nullable: true }) localProcurement!: number | null;
  /** The lots it is meant to be tendered in; null or empty: it names none. */
  @JsonText('internal', { nullable: true }) lots!: readonly PlannedLot[] | null;
  /** The files that go with it; null: handed in before there were any. */
  @JsonText('internal', { nullable: true }) attachments!: readonly ProjectAttachment[] | null;
  /** Everything the registrar has ever named as missing. */
  @JsonText('internal', { nullable: true }) told!: readonly string[] | null;
  /** Why the last letter names what an earlier one did not. */
  @ShortText(500, 'internal', { nullable: true }) lateReason!: string | null;
  /** Until when the registrar answers. */
  @Moment('internal', { nullable: true }) answerBy!: Instant | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
  /** Until when the tenderer mends what is missing; null: nothing is. */
  @Moment('internal', { nullable: true }) cureBy!: Instant | null;
  /** The printed receipt, or the letter that says what is missing. */
  @Ref('internal', { nullable: true }) letterFileId!: string | null;
  /** When a project that is not tendered is reminded of itself, and when it ends by itself after that. */
  @Moment('internal', { nullable: true }) remindAt!: Instant | null;
  @Moment('internal', { nullable: true }) endsAt!: Instant | null;
  @Moment('internal', { nullable: true }) endedAt!: Instant | null;
  @ShortText(500, 'internal', { nullable: true }) endReason!: string | null;
  /** The agency that prepares and runs its tender for the tenderer (招标代理机构), and the contract behind it. */
  @Ref('public', { nullable: true }) agencyId!: string | null;
  @ShortText(120, 'public', { nullable: true }) agencyName!: string | null;
  @ShortText(120, 'internal', { nullable: true }) contractNumber!: string | null;
  @Ref('internal', { nullable: true }) contractFileId!: string | null;
  @Moment('internal', { nullable: true }) commissionedAt!: Instant | null;
  /** How a village decided about it (民主决策), with the minutes; null: nothing is recorded. */
  @JsonText('internal', { nullable: true }) collective!: CollectiveDecision | null;
}

/** What was bought on the spot for an agro-forestry project; published with its result. Its id is the project's. */
@Entity('local_purchase')
@Index('ix_local_purchase_published', ['publishedAt', 'id'])
export class LocalPurchaseRow {
  @Key(36, 'public') id!: string;
  @ShortText(20, 'public') code!: string;
  @ShortText(200, 'public') title!: string;
  @ShortText(120, 'public') tendererName!: string;
  @ShortText(60, 'public') region!: string;
  @JsonText('public') items!: readonly LocalItem[];
  @FenAmount('public') total!: Fen;
  @ShortText(500, 'public') reason!: string;
  @ShortText(200, 'public') citation!: string;
  @Moment('public') publishedAt!: Instant;
  @Moment('public') publicUntil!: Instant;
}

/** A project as it is being typed; handed in, it becomes a project with the same id. */
@Entity('project_draft')
@Index('ix_project_draft_tenderer', ['tendererId', 'savedAt'])
export class ProjectDraftRow {
  @Key() id!: string;
  @Ref() tendererId!: string;
  @JsonText('internal') typed!: TypedProject;
  @Moment() createdAt!: Instant;
  @Moment() savedAt!: Instant;
}

/** What was handed in of a project, each time. */
@Entity('project_submission')
@Index('uq_project_submission', ['projectId', 'number'], { unique: true })
export class ProjectSubmissionRow {
  @Key() id!: string;
  @Ref() projectId!: string;
  /** From 1. */
  @Whole() number!: number;
  @JsonText('internal') content!: ProjectContent;
  @Ref() submittedBy!: string;
  @Moment('internal') submittedAt!: Instant;
}

export const PROJECT_ENTITIES = [
  ProjectRow,
  LocalPurchaseRow,
  ProjectDraftRow,
  ProjectSubmissionRow,
];
