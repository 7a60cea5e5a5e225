import { Entity, Index } from 'typeorm';
import type { LotAssessment } from '@core/evaluation';
import type { Instant } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** The evaluation of a tender; its id is the tender's. */
@Entity('evaluation')
export class EvaluationRow {
  @Key() id!: string;
  /** How many members the panel has. */
  @Whole() seats!: number;
  @JsonText('internal', { nullable: true }) assessments!: readonly LotAssessment[] | null;
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
  @Moment() at!: Instant;
}

export const EVALUATION_ENTITIES = [EvaluationRow, JudgeRow, ReviewRow];
