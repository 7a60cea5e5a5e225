import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** What happens to an expert, as it is told. */
export const EXPERT_STEPS = [
  'imported',
  'applied',
  'returned',
  'published',
  'objected',
  'answered',
  'refused',
  'withdrawn',
  'appointed',
  'reappointed',
  'changed',
  'trained',
  'tested',
  'assessed',
  'reviewed',
  'warned',
  'paused',
  'resumed',
  'banned',
  'lifted',
  'removed',
  'reinstated',
] as const;
/** One of {@link EXPERT_STEPS}. */
export type ExpertStep = (typeof EXPERT_STEPS)[number];

/** One step in the life of an expert; never changed, never deleted, its digest in the log. */
@Entity('expert_step')
@Index('ix_expert_step_expert', ['expertId', 'at'])
export class ExpertStepRow {
  @Key() id!: string;
  @Ref() expertId!: string;
  @ShortText(16, 'internal') step!: ExpertStep;
  @Moment() at!: Instant;
  /** The organisation that acted, by name; empty: the platform, or the expert. */
  @ShortText(120, 'internal') by!: string;
  @Personal() text!: string;
  /** The decision's own number (文号). */
  @ShortText(80, 'internal', { nullable: true }) number!: string | null;
  @ShortText(24, 'internal', { nullable: true }) ground!: string | null;
  @Moment('internal', { nullable: true }) fromAt!: Instant | null;
  @Moment('internal', { nullable: true }) untilAt!: Instant | null;
  @Whole('internal', { nullable: true }) score!: number | null;
  @Whole('internal', { nullable: true }) passed!: number | null;
  @Ref('internal', { nullable: true }) fileId!: string | null;
  @ShortText(64, 'internal') digest!: string;
}
