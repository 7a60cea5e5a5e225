import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ExpertState } from '@core/panel';
import type { LegalDate } from '@core/rules';
import { JsonText, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** An expert of the county's pool. */
@Entity('expert')
@Index('uq_expert_person', ['personId'], { unique: true })
@Index('ix_expert_state', ['state'])
export class ExpertRow {
  @Key() id!: string;
  @Ref() personId!: string;
  @Personal() name!: string;
  @JsonText('internal') specialties!: readonly string[];
  @ShortText(120, 'internal') employer!: string;
  /** Unified credit code of the employer, or empty. */
  @ShortText(18, 'internal') employerCode!: string;
  @ShortText(60, 'internal') region!: string;
  @ShortText(60, 'internal') title!: string;
  @Personal() phone!: string;
  @Moment() termUntil!: Instant;
  @ShortText(12, 'internal') state!: ExpertState;
  /** Names or credit codes of firms the expert has to do with: past employers, holdings, relatives. */
  @JsonText('internal') recusals!: readonly string[];
  @Moment() createdAt!: Instant;
  /** Keyed digest of the identity number; null where nobody gave it. */
  @ShortText(64, 'internal', { nullable: true }) idDigest!: string | null;
  @Personal({ nullable: true }) bornOn!: LegalDate | null;
  @Moment('internal', { nullable: true }) termFrom!: Instant | null;
  @Moment('internal', { nullable: true }) pausedFrom!: Instant | null;
  @Moment('internal', { nullable: true }) pausedUntil!: Instant | null;
  @Moment('internal', { nullable: true }) bannedFrom!: Instant | null;
  @Moment('internal', { nullable: true }) bannedUntil!: Instant | null;
  /** First instant after the day by which the yearly review is due. */
  @Moment('internal', { nullable: true }) reviewDueAt!: Instant | null;
  @Whole('internal', { nullable: true }) reviewPassed!: number | null;
}
