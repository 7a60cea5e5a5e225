import { Entity, Index } from 'typeorm';
import type { CompetitionFinding, Computation, LotAssessment } from '@core/evaluation';
import type { Instant } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** How the ranks of one lot came about. */
export interface LotComputation extends Computation {
  readonly lot: number;
}

/** The evaluation of a tender; its id is the tender's. */
@Entity('evaluation')
export class EvaluationRow {
  @Key() id!: string;
  /** How many members the panel has. */
  @Whole() seats!: number;
  @JsonText('internal', { nullable: true }) assessments!: readonly LotAssessment[] | null;
  /** How the ranks of each lot came about, where the plan scores. */
  @JsonText('internal', { nullable: true }) computations!: readonly LotComputation[] | null;
  /** The panel's findings where fewer than three bids are valid. */
  @JsonText('internal', { nullable: true }) findings!: readonly CompetitionFinding[] | null;
  /** The seat that leads the panel; null: none was elected. */
  @Whole('internal', { nullable: true }) leaderSeat!: number | null;
  /** How many rounds of the election ended without a majority. */
  @Whole('internal', { nullable: true }) leaderTies!: number | null;
  @ShortText(64, 'internal', { nullable: true }) reportDigest!: string | null;
  @Moment('internal', { nullable: true }) reportedAt!: Instant | null;
  @Moment('internal', { nullable: true }) signedAt!: Instant | null;
  @Moment() createdAt!: Instant;
}

/** A panel member who has checked in. */
@Entity('judge')
@Index('uq_judge_tender_person', ['tenderId', 'personId'], { unique: true })
export class JudgeRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() personId!: string;
  @Whole() seat!: number;
  /** Recusal declaration (Implementing Regulations art. 46): made before anything is shown. */
  @Moment('internal', { nullable: true }) declaredAt!: Instant | null;
  /** The seat the member gives the lead to, in this round. */
  @Whole('internal', { nullable: true }) votedFor!: number | null;
  @ShortText(255, 'internal', { nullable: true }) dissent!: string | null;
  @Moment('internal', { nullable: true }) signedAt!: Instant | null;
  @Moment() checkedInAt!: Instant;
}

/** One member's preliminary review of one bid. */
@Entity('review')
@Index('uq_review_tender_person_bid', ['tenderId', 'personId', 'bidId'], { unique: true })
export class ReviewRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() personId!: string;
  @Ref() bidId!: string;
  @Whole() responsive!: number;
  @LongText('internal') ground!: string;
  /** 1: rejected because the price is below cost. */
  @Whole('internal', { nullable: true }) belowCost!: number | null;
  @Moment() at!: Instant;
}

/** One member's points for one item of a bid; nobody else's before all are in. */
@Entity('mark')
@Index('uq_mark', ['tenderId', 'personId', 'bidId', 'itemId'], { unique: true })
export class MarkRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() personId!: string;
  @Ref() bidId!: string;
  @ShortText(20, 'internal') itemId!: string;
  @ShortText(8, 'internal') points!: string;
  @Moment() at!: Instant;
}

/** A letter of the panel to a bidder (澄清函), and its answer. */
@Entity('panel_question')
@Index('ix_panel_question_tender', ['tenderId', 'askedAt'])
@Index('ix_panel_question_enterprise', ['enterpriseId', 'askedAt'])
export class PanelQuestionRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() bidId!: string;
  @Ref() enterpriseId!: string;
  @ShortText(8, 'internal') about!: 'price' | 'bid';
  @LongText('internal') text!: string;
  @Moment() askedAt!: Instant;
  @Moment() dueAt!: Instant;
  @LongText('internal', { nullable: true }) answer!: string | null;
  /** Evidence the bidder attached. */
  @Ref('internal', { nullable: true }) fileId!: string | null;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
}

/** A blind review (暗标评审); its id is the tender's. The nonce is sealed until the names are opened. */
@Entity('blind_review')
export class BlindReviewRow {
  @Key() id!: string;
  @LongText('sealed') nonce!: string;
  @Moment() committedAt!: Instant;
  @Moment('internal', { nullable: true }) openedAt!: Instant | null;
}

export const EVALUATION_ENTITIES = [
  EvaluationRow,
  JudgeRow,
  ReviewRow,
  MarkRow,
  PanelQuestionRow,
  BlindReviewRow,
];
