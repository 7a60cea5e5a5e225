import { Entity, Index } from 'typeorm';
import type { PerformanceGrade } from '@core/enterprise';
import type { Instant } from '@core/kernel';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** How the work of an award was done, by the word of whom it was done for. Written once, public. */
@Entity('performance')
@Index('uq_performance_lot', ['tenderId', 'lot'], { unique: true })
@Index('ix_performance_enterprise', ['enterpriseId', 'reviewedAt'])
export class PerformanceRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @Whole('public') lot!: number;
  @Ref('public') enterpriseId!: string;
  /** When the work was accepted (验收). */
  @Moment('public') acceptedAt!: Instant;
  @ShortText(12, 'public') grade!: PerformanceGrade;
  @LongText('public') text!: string;
  @Moment('public') reviewedAt!: Instant;
  @Ref() reviewedBy!: string;
}

export const PERFORMANCE_ENTITIES = [PerformanceRow];
