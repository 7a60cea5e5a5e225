import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import { LOTTERY_STATES } from '@core/lottery';
import type { LotteryEventMessage } from '@contracts';
import type { Lottery, Participation, StoredLotteryEvent } from '@server/contractor-pool';
import type { Draw } from '@server/draw';
import { instantOrNull } from '../../http/views';

/** A lottery's event as it goes over the wire, by HTTP and socket alike. */
export function lotteryMessage(row: StoredLotteryEvent): LotteryEventMessage {
  const { lotteryId, seq, at, event } = row;
  return { lotteryId, seq, at: formatInstant(at), event };
}

export class LotteryEventView {
  @ApiProperty() lotteryId!: string;
  @ApiProperty() seq!: number;
  @ApiProperty() at!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) event!: Record<string, unknown>;

  static of(this: void, row: StoredLotteryEvent): LotteryEventView {
    return { ...lotteryMessage(row), event: { ...row.event } };
  }
}

export class LotteryFirmView {
  @ApiProperty() number!: string;
  @ApiProperty() creditCode!: string;
  @ApiProperty() name!: string;
}

export class LotteryView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty({ enum: LOTTERY_STATES }) state!: string;
  @ApiProperty() seq!: number;
  /** Who takes part, under which number; null until the deadline. */
  @ApiProperty({ type: [LotteryFirmView], nullable: true }) firms!: LotteryFirmView[] | null;
  @ApiProperty({ type: String, nullable: true }) frozenAt!: string | null;
  /** The last attempt at its draw; see /public/draws/:id. */
  @ApiProperty({ type: String, nullable: true }) drawId!: string | null;
  @ApiProperty({ type: [LotteryEventView] }) events!: LotteryEventView[];

  static of(
    this: void,
    row: Lottery,
    draw: Draw | null,
    events: readonly StoredLotteryEvent[],
  ): LotteryView {
    const { id, tenderId, state, seq } = row;
    return {
      id,
      tenderId,
      state,
      seq,
      firms: row.firms?.map((firm) => ({ ...firm })) ?? null,
      frozenAt: instantOrNull(row.frozenAt),
      drawId: draw?.id ?? null,
      events: events.map(LotteryEventView.of),
    };
  }
}

/** A firm's confirmation that it takes part, for the firm itself. */
export class ParticipationView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() receipt!: string;
  @ApiProperty() at!: string;

  static of(this: void, row: Participation): ParticipationView {
    return { tenderId: row.tenderId, receipt: row.receipt, at: formatInstant(row.at) };
  }
}

/** The firm's own part in a tender's lottery, if it has one. */
export class MyParticipationView {
  @ApiProperty({ type: ParticipationView, nullable: true })
  participation!: ParticipationView | null;
}
