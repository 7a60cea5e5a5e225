import { ApiProperty } from '@nestjs/swagger';
import { formatInstant, type Instant } from '@core/kernel';
import { METHODS, REGIMES, type Rule } from '@core/rules';
import { stagesOf, TENDER_STAGES, TENDER_STATES } from '@core/tender';
import {
  toTender,
  type BasePriceRecord,
  type LotRecord,
  type Notice,
  type Page,
  type TenderDocument,
  type TenderRow,
} from '@server/tender';
import { BilingualView, fenOrNull, FindingView, instantOrNull, RuleView } from '../http/views';
import { TimetableView } from '../project/project.view';
import { BasePriceView } from '../tender/base-price.view';
import { DocumentView, LotView, MethodBasisView, PlanView } from '../tender/tender.view';

/** A tender in a public list. */
export class TenderCardView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() category!: string;
  @ApiProperty() region!: string;
  @ApiProperty({ enum: TENDER_STATES }) state!: string;
  @ApiProperty({ enum: METHODS }) method!: string;
  @ApiProperty({ type: String, nullable: true }) ceilingFen!: string | null;
  @ApiProperty({ type: String, nullable: true }) publishedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) deadline!: string | null;
  /** Since when the tender stands still; null: it goes on. */
  @ApiProperty({ type: String, nullable: true }) suspendedAt!: string | null;

  static of(this: void, row: TenderRow): TenderCardView {
    const { id, code, title, tendererName, category, region, state, method } = row;
    return {
      id,
      code,
      title,
      tendererName,
      category,
      region,
      state,
      method,
      ceilingFen: fenOrNull(row.ceiling),
      publishedAt: instantOrNull(row.publishedAt),
      deadline: instantOrNull(row.deadline),
      suspendedAt: instantOrNull(row.suspendedAt),
    };
  }
}

export class TenderPageView {
  @ApiProperty({ type: [TenderCardView] }) items!: TenderCardView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;

  static of(this: void, page: Page<TenderRow>): TenderPageView {
    return { items: page.items.map(TenderCardView.of), next: page.next };
  }
}

export class StageView {
  @ApiProperty({ enum: TENDER_STAGES }) stage!: string;
  @ApiProperty({ enum: ['done', 'now', 'later', 'failed'] }) state!: string;
  @ApiProperty({ type: String, nullable: true }) at!: string | null;
}

export class NoticeView {
  @ApiProperty() id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
  @ApiProperty() publishedAt!: string;
  /** Whether it can be had on paper (PDF). */
  @ApiProperty() hasFile!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true }) facts!: Record<string, unknown>;

  static of(this: void, row: Notice): NoticeView {
    const { id, kind, title, text, facts } = row;
    return {
      id,
      kind,
      title,
      text,
      facts,
      publishedAt: formatInstant(row.publishedAt),
      hasFile: row.fileId !== null || text !== '',
    };
  }
}

/** A link to a document for one quarter of an hour. */
export class DocumentTicketView {
  @ApiProperty() url!: string;
  @ApiProperty() expiresAt!: string;

  static of(
    this: void,
    { tenderId, documentId }: { readonly tenderId: string; readonly documentId: string },
    { ticket, expiresAt }: { readonly ticket: string; readonly expiresAt: Instant },
  ): DocumentTicketView {
    return {
      url: `/api/public/tenders/${tenderId}/documents/${documentId}/file?ticket=${ticket}`,
      expiresAt: formatInstant(expiresAt),
    };
  }
}

/** Everything public about one tender. */
export class PublicTenderView extends TenderCardView {
  /** The agency that runs it for its tenderer; null: none. */
  @ApiProperty({ type: String, nullable: true }) agencyName!: string | null;
  @ApiProperty({ type: String, nullable: true }) unifiedCode!: string | null;
  @ApiProperty({ enum: REGIMES }) regime!: string;
  @ApiProperty() ruleSetId!: string;
  @ApiProperty() ruleSetHash!: string;
  /** What always has to be said of this rule set, such as that it is historical policy. */
  @ApiProperty({ type: BilingualView, nullable: true }) ruleSetNotice!: BilingualView | null;
  @ApiProperty({ type: TimetableView, nullable: true }) timetable!: TimetableView | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  /** Until when the result may be objected to; null: nothing is published that could be. */
  @ApiProperty({ type: String, nullable: true }) objectResultUntil!: string | null;
  @ApiProperty({ type: [StageView] }) stages!: StageView[];
  @ApiProperty({ type: [LotView] }) lots!: LotView[];
  /** The base prices that were sealed; none: there is none. */
  @ApiProperty({ type: [BasePriceView] }) basePrices!: BasePriceView[];
  /** Whether consortia may bid, and in how many lots one bidder may win. */
  @ApiProperty() consortia!: boolean;
  @ApiProperty({ type: Number, nullable: true }) winLimit!: number | null;
  /** For how long bids bind, days from the deadline; null: the notice does not say. */
  @ApiProperty({ type: Number, nullable: true }) bidValidityDays!: number | null;
  /** How the bids are compared. */
  @ApiProperty({ type: PlanView }) plan!: PlanView;
  /** What its method rests on; null: it needs nothing. */
  @ApiProperty({ type: MethodBasisView, nullable: true }) basis!: MethodBasisView | null;
  @ApiProperty({ type: [DocumentView] }) documents!: DocumentView[];
  /** Null: the documents are free to everybody, without a sign-up. */
  @ApiProperty({ type: RuleView, nullable: true })
  documentsGate!: RuleView | null;
  @ApiProperty({ type: [NoticeView] }) notices!: NoticeView[];
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  /** The tender that this one calls again, and the published one that calls it again. */
  @ApiProperty({ type: String, nullable: true }) previousId!: string | null;
  @ApiProperty({ type: String, nullable: true }) nextId!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  sealing!: Record<string, unknown> | null;

  static ofRow(
    this: void,
    row: TenderRow,
    parts: {
      readonly documents: readonly TenderDocument[];
      readonly documentsGate: Rule | null;
      readonly lots: readonly LotRecord[];
      readonly basePrices: readonly BasePriceRecord[];
      readonly notices: readonly Notice[];
      readonly findings: readonly FindingView[];
      readonly ruleSetNotice: BilingualView | null;
      readonly objectResultUntil: Instant | null;
      readonly previousId: string | null;
      readonly nextId: string | null;
    },
    now: Instant,
  ): PublicTenderView {
    return {
      ...TenderCardView.of(row),
      agencyName: row.agencyName,
      unifiedCode: row.unifiedCode,
      regime: row.regime,
      ruleSetId: row.ruleSetId,
      ruleSetHash: row.ruleSetHash,
      ruleSetNotice: parts.ruleSetNotice,
      timetable: row.timetable ? TimetableView.of(row.timetable) : null,
      publicityUntil: instantOrNull(row.publicityUntil),
      objectResultUntil: instantOrNull(parts.objectResultUntil),
      stages: stagesOf(toTender(row), now).map((one) => ({ ...one, at: instantOrNull(one.at) })),
      lots: parts.lots.map(LotView.of),
      basePrices: parts.basePrices.map(BasePriceView.of),
      consortia: row.consortia === 1,
      winLimit: row.winLimit,
      bidValidityDays: row.bidValidityDays,
      plan: PlanView.of(row.plan),
      basis: row.basis && MethodBasisView.of(row.basis),
      documents: parts.documents.map(DocumentView.of),
      documentsGate: parts.documentsGate && RuleView.of(parts.documentsGate),
      notices: parts.notices.map(NoticeView.of),
      findings: [...parts.findings],
      previousId: parts.previousId,
      nextId: parts.nextId,
      sealing: row.sealing ? { ...row.sealing } : null,
    };
  }
}

/** A working day on the portal's day line. */
export class DayView {
  @ApiProperty() date!: string;
  @ApiProperty({ type: [TenderCardView] }) openings!: TenderCardView[];
}
