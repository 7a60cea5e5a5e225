import { ApiProperty } from '@nestjs/swagger';
import { fenToWire, formatInstant, type Instant } from '@core/kernel';
import type { Actor } from '@core/identity';
import { METHODS, REGIMES } from '@core/rules';
import { allowedActions, TENDER_ACTIONS, TENDER_STATES } from '@core/tender';
import { toTender, type TenderDocument, type TenderRow } from '@server/tender';
import { fenOrNull, instantOrNull } from '../http/views';
import { TimetableView } from '../project/project.view';
import { DOCUMENT_KINDS } from './tender.dto';

export class DocumentView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: DOCUMENT_KINDS }) kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() name!: string;
  @ApiProperty() size!: number;
  @ApiProperty() sha256!: string;
  @ApiProperty() addedAt!: string;
  /** The document whose place it takes; null: a first version. */
  @ApiProperty({ type: String, nullable: true }) replacesId!: string | null;
  /** The clarification it came with; null: with the notice. */
  @ApiProperty({ type: 'integer', nullable: true }) clarification!: number | null;

  static of(this: void, row: TenderDocument): DocumentView {
    const { id, kind, title, name, size, sha256, replacesId, clarification } = row;
    const addedAt = formatInstant(row.addedAt);
    return { id, kind, title, name, size, sha256, addedAt, replacesId, clarification };
  }
}

/** A tender for those who work on it. */
export class TenderView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() projectId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() category!: string;
  @ApiProperty() region!: string;
  @ApiProperty({ enum: TENDER_STATES }) state!: string;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty() ruleSetId!: string;
  @ApiProperty() estimateFen!: string;
  @ApiProperty({ type: String, nullable: true }) ceilingFen!: string | null;
  @ApiProperty() bidBondFen!: string;
  @ApiProperty({ type: TimetableView, nullable: true }) timetable!: TimetableView | null;
  @ApiProperty({ type: String, nullable: true }) publishedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: [DocumentView] }) documents!: DocumentView[];
  @ApiProperty({ enum: TENDER_ACTIONS, isArray: true }) allowedActions!: string[];

  static of(
    this: void,
    row: TenderRow,
    documents: readonly TenderDocument[],
    actor: Actor,
    now: Instant,
  ): TenderView {
    const { id, code, projectId, title, tendererName, category, region } = row;
    const { state, regime, method, ruleSetId, timetable } = row;
    return {
      id,
      code,
      projectId,
      title,
      tendererName,
      category,
      region,
      state,
      regime,
      method,
      ruleSetId,
      estimateFen: fenToWire(row.estimate),
      ceilingFen: fenOrNull(row.ceiling),
      bidBondFen: fenToWire(row.bidBond),
      timetable: timetable ? TimetableView.of(timetable) : null,
      publishedAt: instantOrNull(row.publishedAt),
      publicityUntil: instantOrNull(row.publicityUntil),
      documents: documents.map(DocumentView.of),
      allowedActions: [...allowedActions(toTender(row), actor, now)],
    };
  }
}

/** A line of the tenderer's list. */
export class TenderLineView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: TENDER_STATES }) state!: string;
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty({ type: String, nullable: true }) deadline!: string | null;
  @ApiProperty() createdAt!: string;

  static of(this: void, row: TenderRow): TenderLineView {
    const { id, code, title, state, method } = row;
    return {
      id,
      code,
      title,
      state,
      method,
      deadline: instantOrNull(row.deadline),
      createdAt: formatInstant(row.createdAt),
    };
  }
}
