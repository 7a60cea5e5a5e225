import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ApplicationState } from '@core/panel';
import { JsonText, Key, LongText, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** Somebody's application for the pool. */
@Entity('expert_application')
@Index('ix_expert_application_state', ['state', 'appliedAt'])
@Index('ix_expert_application_person', ['personId'])
@Index('ix_expert_application_expert', ['expertId'])
@Index('ix_expert_application_digest', ['idDigest'])
export class ExpertApplicationRow {
  @Key() id!: string;
  /** The id the expert has, or will have. */
  @Ref() expertId!: string;
  /** Null: imported, and nobody has taken it over yet. */
  @Ref('internal', { nullable: true }) personId!: string | null;
  @ShortText(12, 'internal') state!: ApplicationState;
  /** What the applicant says, as JSON. */
  @Personal() content!: string;
  @ShortText(64, 'internal', { nullable: true }) idDigest!: string | null;
  @Moment() createdAt!: Instant;
  @Moment('internal', { nullable: true }) appliedAt!: Instant | null;
  /** Digest of what was handed in and the row's id; it stands in the log. */
  @ShortText(64, 'internal', { nullable: true }) digest!: string | null;
  /** Everything a returned application lacks. */
  @JsonText('internal', { nullable: true }) missing!: readonly string[] | null;
  @Moment('public', { nullable: true }) publishedAt!: Instant | null;
  @Moment('public', { nullable: true }) publicityUntil!: Instant | null;
  @Moment('internal', { nullable: true }) decidedAt!: Instant | null;
  /** First instant after the announcement of the appointment. */
  @Moment('public', { nullable: true }) announcedUntil!: Instant | null;
  /** Digest of the code by which an imported application is taken over. */
  @ShortText(64, 'internal', { nullable: true }) invitation!: string | null;
}

/** An objection to an admission that is being published. */
@Entity('expert_objection')
@Index('uq_expert_objection_person', ['applicationId', 'personId'], { unique: true })
export class ExpertObjectionRow {
  @Key() id!: string;
  @Ref() applicationId!: string;
  @Ref() personId!: string;
  /** The organisation whoever objects acts for, by name. */
  @ShortText(120, 'internal') by!: string;
  @LongText('internal') text!: string;
  @Moment() filedAt!: Instant;
  @LongText('internal', { nullable: true }) reply!: string | null;
  @Whole('internal', { nullable: true }) upheld!: number | null;
  @Moment('internal', { nullable: true }) repliedAt!: Instant | null;
}
