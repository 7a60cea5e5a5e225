import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ComplaintOrder, ObjectionStage, Remedy, ResultRemedy } from '@core/tender';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** An objection to the documents or to the published candidates; its parties and the supervisor read it. */
@Entity('objection')
@Index('ix_objection_tender', ['tenderId', 'filedAt'])
@Index('ix_objection_enterprise', ['enterpriseId', 'filedAt'])
export class ObjectionRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  /** The lot it is about; null: the whole tender. */
  @Whole('internal', { nullable: true }) lot!: number | null;
  @Ref() enterpriseId!: string;
  @ShortText(120, 'internal') enterpriseName!: string;
  /** What it is against; null: the result (rows of before the distinction). */
  @ShortText(12, 'internal', { nullable: true }) stage!: ObjectionStage | null;
  @LongText('internal') text!: string;
  @Moment() filedAt!: Instant;
  @Moment('internal', { nullable: true }) replyBy!: Instant | null;
  @ShortText(200, 'internal', { nullable: true }) citation!: string | null;
  @LongText('internal', { nullable: true }) reply!: string | null;
  @Whole('internal', { nullable: true }) upheld!: number | null;
  @Moment('internal', { nullable: true }) repliedAt!: Instant | null;
  /** What an upheld one led to in the end, in its last lot; null: something is still to follow. */
  @ShortText(12, 'internal', { nullable: true }) remedy!: Remedy | null;
  @ShortText(16, 'internal', { nullable: true }) remedyGround!: string | null;
  @LongText('internal', { nullable: true }) remedyText!: string | null;
  @Moment('internal', { nullable: true }) remediedAt!: Instant | null;
  /** The complaint whose decision ordered it; null: a firm objected. */
  @Ref('internal', { nullable: true }) complaintId!: string | null;
  @ShortText(20, 'internal', { nullable: true }) ordered!: ComplaintOrder | null;
}

/** What an upheld objection to the result led to in one lot. */
@Entity('objection_remedy')
@Index('uq_objection_remedy_lot', ['objectionId', 'lot'], { unique: true })
@Index('ix_objection_remedy_tender', ['tenderId'])
export class ObjectionRemedyRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() objectionId!: string;
  @Whole() lot!: number;
  @ShortText(12, 'internal') remedy!: ResultRemedy;
  @ShortText(16, 'internal', { nullable: true }) ground!: string | null;
  @LongText('internal') text!: string;
  @Moment() remediedAt!: Instant;
}

export const OBJECTION_ENTITIES = [ObjectionRow, ObjectionRemedyRow];
