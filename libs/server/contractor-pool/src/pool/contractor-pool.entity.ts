import { Entity, Index } from 'typeorm';
import type { MemberGround, MemberState, PoolTerms } from '@core/contractor-pool';
import type { Instant } from '@core/kernel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A list of prequalified contractors of one trade, open all year. */
@Entity('contractor_pool')
@Index('uq_contractor_pool_trade', ['trade'], { unique: true })
export class ContractorPoolRow {
  @Key(36, 'public') id!: string;
  /** The category of the tenders it serves. */
  @ShortText(40, 'public') trade!: string;
  @ShortText(120, 'public') name!: string;
  @LongText('public') notice!: string;
  @Moment('public') openedAt!: Instant;
  /** Null in pools of before terms were asked for: see `termsOf`. */
  @JsonText('public', { nullable: true }) terms!: PoolTerms | null;
  /** The document the pool rests on (文号). */
  @ShortText(80, 'public', { nullable: true }) basis!: string | null;
}

/** A firm of a pool, or one that wants in. */
@Entity('pool_member')
@Index('uq_pool_member', ['poolId', 'enterpriseId'], { unique: true })
@Index('ix_pool_member_enterprise', ['enterpriseId'])
@Index('ix_pool_member_review', ['state', 'reviewDueAt'])
export class PoolMemberRow {
  @Key() id!: string;
  @Ref('public') poolId!: string;
  @Ref('public') enterpriseId!: string;
  @ShortText(12, 'public') state!: MemberState;
  @Moment() appliedAt!: Instant;
  @Moment('public', { nullable: true }) admittedAt!: Instant | null;
  /** Key of the tier it was published in. */
  @ShortText(20, 'public', { nullable: true }) tier!: string | null;
  @Moment('public', { nullable: true }) publishedAt!: Instant | null;
  @Moment('public', { nullable: true }) publicityUntil!: Instant | null;
  @Moment('public', { nullable: true }) reviewDueAt!: Instant | null;
  @Whole('public', { nullable: true }) reviewPassed!: number | null;
  @Moment('public', { nullable: true }) suspendedUntil!: Instant | null;
  @Moment('public', { nullable: true }) coolOffUntil!: Instant | null;
  /** Everything an application that was returned lacks. */
  @JsonText('internal', { nullable: true }) missing!: readonly string[] | null;
}

/** What happens to a membership, as it is told. */
export const MEMBER_STEPS = [
  'applied',
  'returned',
  'published',
  'objected',
  'admitted',
  'refused',
  'reviewed',
  'suspended',
  'removed',
  'reinstated',
  'left',
] as const;
/** One of {@link MEMBER_STEPS}. */
export type MemberStep = (typeof MEMBER_STEPS)[number];

/** One step of a membership; never changed, never deleted. */
@Entity('pool_member_step')
@Index('ix_pool_member_step', ['memberId', 'at'])
export class PoolMemberStepRow {
  @Key() id!: string;
  @Ref() memberId!: string;
  @ShortText(12, 'public') step!: MemberStep;
  @Moment('public') at!: Instant;
  @ShortText(20, 'public', { nullable: true }) ground!: MemberGround | null;
  /** The decision's own number (文号). */
  @ShortText(80, 'public', { nullable: true }) number!: string | null;
  /** Who decided, by name. */
  @ShortText(120, 'public', { nullable: true }) authority!: string | null;
  @LongText('public') text!: string;
  @Moment('public', { nullable: true }) until!: Instant | null;
}

/** An objection to an admission that is being published. */
@Entity('pool_objection')
@Index('ix_pool_objection_member', ['memberId', 'filedAt'])
export class PoolObjectionRow {
  @Key() id!: string;
  @Ref() poolId!: string;
  @Ref() memberId!: string;
  /** Who objects. */
  @Ref() enterpriseId!: string;
  @LongText('internal') text!: string;
  @Moment() filedAt!: Instant;
  @LongText('internal', { nullable: true }) reply!: string | null;
  @Whole('internal', { nullable: true }) upheld!: number | null;
  @Moment('internal', { nullable: true }) repliedAt!: Instant | null;
}

/** A tender that is called among the members of a pool. */
@Entity('pool_call')
export class PoolCallRow {
  @Key(36, 'public') tenderId!: string;
  @Ref('public') poolId!: string;
}

export const POOL_ENTITIES = [
  PoolCallRow,
  ContractorPoolRow,
  PoolMemberRow,
  PoolMemberStepRow,
  PoolObjectionRow,
];
