import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A question about the documents. Who asked is nobody's to know but the asker's. */
@Entity('question')
@Index('ix_question_tender', ['tenderId', 'askedAt'])
export class QuestionRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Ref('sealed') enterpriseId!: string;
  @LongText('internal') text!: string;
  @Moment() askedAt!: Instant;
  @LongText('public', { nullable: true }) answer!: string | null;
  @Moment('public', { nullable: true }) answeredAt!: Instant | null;
}

/** A clarification or amendment (澄清、修改), numbered from 1 within its tender. */
@Entity('clarification')
@Index('uq_clarification_number', ['tenderId', 'number'], { unique: true })
export class ClarificationRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') number!: number;
  @LongText('public') text!: string;
  @Whole('public') affectsPreparation!: number;
  @Moment('public') previousDeadline!: Instant;
  @Moment('public') deadline!: Instant;
  @ShortText(200, 'public', { nullable: true }) citation!: string | null;
  @Moment('public') publishedAt!: Instant;
}

/** That a bidder has seen a clarification: without it no bid. */
@Entity('clarification_seen')
@Index('uq_clarification_seen', ['clarificationId', 'enterpriseId'], { unique: true })
@Index('ix_clarification_seen_tender', ['tenderId', 'enterpriseId'])
export class ClarificationSeenRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') clarificationId!: string;
  @Ref('sealed') tenderId!: string;
  @Ref('sealed') enterpriseId!: string;
  @Moment('sealed') at!: Instant;
}

export const CLARIFICATION_ENTITIES = [QuestionRow, ClarificationRow, ClarificationSeenRow];
