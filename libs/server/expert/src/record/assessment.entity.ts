import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { AssessmentGrade } from '@core/panel';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** How an expert served on a panel. Written only once the names of that panel are public. */
@Entity('expert_assessment')
@Index('uq_expert_assessment', ['expertId', 'tenderId', 'organisationId'], { unique: true })
@Index('ix_expert_assessment_tender', ['tenderId'])
export class ExpertAssessmentRow {
  @Key() id!: string;
  @Ref() expertId!: string;
  @Ref() tenderId!: string;
  @Whole() seat!: number;
  /** Who judged. */
  @Ref() organisationId!: string;
  @ShortText(8, 'internal') grade!: AssessmentGrade;
  @LongText('internal') text!: string;
  @Moment() at!: Instant;
}
