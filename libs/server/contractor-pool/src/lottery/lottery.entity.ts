import { Entity, Index } from 'typeorm';
import type { DrawFirm } from '@core/draw';
import type { Instant } from '@core/kernel';
import type { LotteryEvent, LotteryState } from '@core/lottery';
import { JsonText, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

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
@Index('ix_lottery_pool', ['poolId', 'frozenAt'])
export class LotteryRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  /** The pool it draws from; null in lotteries of before pools were named. */
  @Ref('public', { nullable: true }) poolId!: string | null;
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

export const LOTTERY_ENTITIES = [ParticipationRow, LotteryRow, LotteryEventRow];
