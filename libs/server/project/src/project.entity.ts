import { Entity, Index } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import type { Finding, OwnerKind, ProjectKind, Regime } from '@core/rules';
import { FenAmount, JsonText, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** submitted → registered | returned → submitted …; then its tenders carry it on. */
export type ProjectState = 'submitted' | 'returned' | 'registered';

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
  @ShortText(20, 'internal') owner!: OwnerKind;
  @ShortText(40, 'public') category!: string;
  @ShortText(60, 'public') region!: string;
  @Whole() partOfWorks!: number;
  @Whole() fiscalFunds!: number;
  @FenAmount('internal') estimate!: Fen;
  @FenAmount('internal') totalInvestment!: Fen;
  @ShortText(120, 'internal') approvalNumber!: string;
  @ShortText(1, 'public') regime!: Regime;
  @ShortText(30, 'public') ruleSetId!: string;
  @JsonText('internal') findings!: readonly Finding[];
  @ShortText(12, 'internal') state!: ProjectState;
  @JsonText('internal') missing!: readonly string[];
  @ShortText(20, 'internal', { nullable: true }) receipt!: string | null;
  @Moment() createdAt!: Instant;
  @Moment() submittedAt!: Instant;
  @Moment('internal', { nullable: true }) registeredAt!: Instant | null;
}

export const PROJECT_ENTITIES = [ProjectRow];
