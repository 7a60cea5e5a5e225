import { Entity, Index } from 'typeorm';
import type { EvaluationPlan } from '@core/evaluation';
import type { Fen, Instant } from '@core/kernel';
import type { Method, ProjectKind, Regime, Timetable } from '@core/rules';
import type {
  LotState,
  MethodBasis,
  OpeningMode,
  TenderState,
  WantedQualification,
} from '@core/tender';
import {
  FenAmount,
  JsonText,
  Key,
  LongText,
  Moment,
  Ref,
  ShortText,
  Whole,
} from '@server/platform';

/** How the bids of a tender are sealed: mode, and the holders with their per-tender recipients (tp1 §4.2). */
export interface SealingTerms {
  readonly mode: OpeningMode;
  readonly t: number;
  readonly windowSeconds: number;
  readonly holders: readonly {
    readonly id: string;
    readonly x: number;
    readonly recipient: string;
    readonly publicKey: string;
    readonly signature: unknown;
    /** The slot its holder signed in place of the tender, when the key came out of a batch. */
    readonly slot?: string;
  }[];
}

/** One tender. */
@Entity('tender')
@Index('uq_tender_code', ['code'], { unique: true })
@Index('ix_tender_published', ['publishedAt', 'id'])
@Index('ix_tender_tenderer', ['tendererId', 'createdAt'])
export class TenderRow {
  @Key(36, 'public') id!: string;
  @ShortText(20, 'public') code!: string;
  @Ref() projectId!: string;
  @Ref() tendererId!: string;
  @ShortText(120, 'public') tendererName!: string;
  /** The agency its tenderer has commissioned (招标代理机构); null: none. */
  @Ref('public', { nullable: true }) agencyId!: string | null;
  @ShortText(120, 'public', { nullable: true }) agencyName!: string | null;
  /** The unified transaction code (统一交易标识码) of its project. */
  @ShortText(40, 'public', { nullable: true }) unifiedCode!: string | null;
  @ShortText(200, 'public') title!: string;
  @ShortText(40, 'public') category!: string;
  @ShortText(60, 'public') region!: string;
  @ShortText(10, 'public') kind!: ProjectKind;
  @ShortText(12, 'public') state!: TenderState;
  @Whole() version!: number;
  @ShortText(1, 'public') regime!: Regime;
  @ShortText(24, 'public') method!: Method;
  @ShortText(30, 'public') ruleSetId!: string;
  @ShortText(64, 'public') ruleSetHash!: string;
  @FenAmount('internal') estimate!: Fen;
  @FenAmount('public', { nullable: true }) ceiling!: Fen | null;
  @FenAmount('public') bidBond!: Fen;
  /** For how long bids bind, days from the deadline (投标有效期); null: the notice does not say. */
  @Whole('public', { nullable: true }) bidValidityDays!: number | null;
  @JsonText('public', { nullable: true }) timetable!: Timetable | null;
  @JsonText('public', { nullable: true }) basis!: MethodBasis | null;
  @JsonText('public', { nullable: true }) sealing!: SealingTerms | null;
  /** How its bids are compared; null: by lowest evaluated price. */
  @JsonText('public', { nullable: true }) plan!: EvaluationPlan | null;
  @Moment('public', { nullable: true }) publishedAt!: Instant | null;
  @Moment('public', { nullable: true }) deadline!: Instant | null;
  /** The latest of its lots': every lot has its own. */
  @Moment('public', { nullable: true }) publicityUntil!: Instant | null;
  /** 1: consortia may bid. */
  @Whole('public', { default: 0 }) consortia!: number;
  /** In how many of its lots one bidder may win; null: no limit. */
  @Whole('public', { nullable: true }) winLimit!: number | null;
  /** Since when the tender stands still. */
  @Moment('public', { nullable: true }) suspendedAt!: Instant | null;
  /** When everything that was due after its result had been done; null: something may still be due. */
  @Moment('internal', { nullable: true }) settledAt!: Instant | null;
  @Moment() createdAt!: Instant;
  /** What its notice begins with: that of the earlier call; null: the template. */
  @LongText('internal', { nullable: true }) noticeText!: string | null;
}

/** The instant by whose rules a tender's terms are read: its publication; for a draft, its beginning. */
export function publicationDay({
  publishedAt,
  createdAt,
}: Pick<TenderRow, 'publishedAt' | 'createdAt'>): Instant {
  return publishedAt ?? createdAt;
}

/** That one tender calls another one again; its id is the new tender's. */
@Entity('re_tender')
@Index('uq_re_tender_previous_lot', ['previousId', 'lot'], { unique: true })
export class ReTenderRow {
  @Key(36, 'public') id!: string;
  @Ref('public') previousId!: string;
  /** The first of the lots that are called again; 0: the whole tender. No lot is called again twice. */
  @Whole('public', { default: 0 }) lot!: number;
}

/** A lot (标段) of a tender; every tender has number 1. Its public part is the tender's. */
@Entity('lot')
@Index('uq_lot_number', ['tenderId', 'number'], { unique: true })
export class LotRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') number!: number;
  @ShortText(200, 'public') title!: string;
  @FenAmount('internal') estimate!: Fen;
  @FenAmount('public', { nullable: true }) ceiling!: Fen | null;
  @FenAmount('public') bidBond!: Fen;
  @JsonText('public', { nullable: true }) qualification!: WantedQualification | null;
  @ShortText(10, 'public') state!: LotState;
  /** Until when its candidates are published; null: none are. */
  @Moment('public', { nullable: true }) publicityUntil!: Instant | null;
  /** The tender that calls it again. */
  @Ref('public', { nullable: true }) nextTenderId!: string | null;
}

/** A prepared publication; its id is the tender's. Nothing of the draft changes while there is one. */
@Entity('publication')
export class PublicationRow {
  @Key() id!: string;
  @LongText('internal') text!: string;
  @ShortText(64, 'internal') digest!: string;
  @Moment('internal', { nullable: true }) publishAt!: Instant | null;
  /** 1: a second person has to confirm it. */
  @Whole() fourEyes!: number;
  @Ref() preparedBy!: string;
  @Moment() preparedAt!: Instant;
  @Ref('internal', { nullable: true }) confirmedBy!: string | null;
  /** For whom: the tenderer, or its agency. */
  @Ref('internal', { nullable: true }) confirmedFor!: string | null;
  @Moment('internal', { nullable: true }) confirmedAt!: Instant | null;
}

/** A document handed out with a tender. */
@Entity('tender_document')
@Index('ix_tender_document_tender', ['tenderId'])
export class TenderDocumentRow {
  @Key(36, 'public') id!: string;
  @Ref() tenderId!: string;
  @Ref() fileId!: string;
  @ShortText(20, 'public') kind!: string;
  @ShortText(200, 'public') title!: string;
  @ShortText(255, 'public') name!: string;
  @ShortText(64, 'public') sha256!: string;
  @Whole('public') size!: number;
  @Moment('public') addedAt!: Instant;
  /** The document whose place it takes; null: a first version. */
  @Ref('public', { nullable: true }) replacesId!: string | null;
  /** The clarification it came with; null: with the notice. */
  @Whole('public', { nullable: true }) clarification!: number | null;
}

/** The kinds of notices, with what their titles end in: the legal names of what is published. */
export const NOTICE_KINDS = {
  tender_notice: '招标公告',
  comparison_notice: '比选公告',
  collection_notice: '框架协议征集公告',
  direct_choice_notice: '直接择优公告',
  clarification_notice: '澄清（修改）公告',
  suspension_notice: '暂停公告',
  resumption_notice: '恢复公告',
  failed_notice: '流标公告',
  termination_notice: '终止招标公告',
  opening_record: '开标记录',
  candidates_notice: '中标候选人公示',
  admission_notice: '入围结果公告',
  award_notice: '中标结果公告',
  lot_failed_notice: '标段流标公告',
  contract_notice: '合同公告',
  contract_change_notice: '合同变更公告',
  acceptance_notice: '验收结果公告',
  result_changed_notice: '结果变更公告',
  call_off_notice: '成交结果公告',
  removal_notice: '入围供应商清退公告',
  price_notice: '协议价格调整公告',
  summary_notice: '成交结果汇总公告',
  complaint_notice: '投诉处理决定公告',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** The title of a notice of this kind about a tender, within the 200 characters of its column. */
export function noticeTitle(tenderTitle: string, kind: NoticeKind): string {
  const ending = NOTICE_KINDS[kind];
  return (
    Array.from(tenderTitle)
      .slice(0, 200 - ending.length)
      .join('') + ending
  );
}

/** Something published about a tender: notice, result, letters. */
@Entity('notice')
@Index('ix_notice_tender', ['tenderId', 'publishedAt'])
export class NoticeRow {
  @Key(36, 'public') id!: string;
  @Ref() tenderId!: string;
  @ShortText(30, 'public') kind!: string;
  @ShortText(200, 'public') title!: string;
  @LongText('public') text!: string;
  @JsonText('public') facts!: Record<string, unknown>;
  @Ref('public', { nullable: true }) fileId!: string | null;
  @Moment('public') publishedAt!: Instant;
  /** The notice as it was printed from its text; null: nobody has asked for it yet. */
  @Ref('public', { nullable: true }) paperFileId!: string | null;
}

export const TENDER_ENTITIES = [
  TenderRow,
  LotRow,
  ReTenderRow,
  PublicationRow,
  TenderDocumentRow,
  NoticeRow,
];
