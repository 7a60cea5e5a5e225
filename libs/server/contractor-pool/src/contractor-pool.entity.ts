import { Entity, Index } from 'typeorm';
import type { DrawFirm } from '@core/draw';
import type { Instant } from '@core/kernel';
import type { LotteryEvent, LotteryState } from '@core/lottery';
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
}

/** applied → admitted; suspended and removed by a supervising authority. */
export type PoolMemberState = 'applied' | 'admitted' | 'suspended' | 'removed';

/** A firm of a pool, or one that wants in. */
@Entity('pool_member')
@Index('uq_pool_member', ['poolId', 'enterpriseId'], { unique: true })
@Index('ix_pool_member_enterprise', ['enterpriseId'])
export class PoolMemberRow {
  @Key() id!: string;
  @Ref('public') poolId!: string;
  @Ref('public') enterpriseId!: string;
  @ShortText(12, 'public') state!: PoolMemberState;
  @Moment() appliedAt!: Instant;
  @Moment('public', { nullable: true }) admittedAt!: Instant | null;
}

/** A firm's confirmation that it takes part; sealed until the deadline. */
@Entity('participation')
@Index('uq_participation', ['tenderId', 'enterpriseId'], { unique: true })
@Index('ix_participation_enterprise', ['enterpriseId', 'at'])
export class ParticipationRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Ref('sealed') enterpriseId!: string;
  @ShortText(20, 'sealed') receipt!: string;
  @Moment('sealed') at!: Instant;
}

/** The lottery of a tender. */
@Entity('lottery')
@Index('uq_lottery_tender', ['tenderId'], { unique: true })
export class LotteryRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  @ShortText(12, 'public') state!: LotteryState;
  @Whole('public') seq!: number;
  @JsonText('public', { nullable: true }) firms!: readonly DrawFirm[] | null;
  @Moment('public', { nullable: true }) frozenAt!: Instant | null;
  @Moment('public') createdAt!: Instant;
}

/** One event of a lottery; never changed, never deleted. */
@Entity('lottery_event')
@Index('uq_lottery_event_seq', ['lotteryId', 'seq'], { unique: true })
export class LotteryEventRow {
  @Key(36, 'public') id!: string;
  @Ref('public') lotteryId!: string;
  @Whole('public') seq!: number;
  @JsonText('public') event!: LotteryEvent;
  @Moment('public') at!: Instant;
}

export const CONTRACTOR_POOL_ENTITIES = [
  ContractorPoolRow,
  PoolMemberRow,
  ParticipationRow,
  LotteryRow,
  LotteryEventRow,
];
