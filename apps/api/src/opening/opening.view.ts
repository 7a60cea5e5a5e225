import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import { HALL_PHASES } from '@core/opening';
import type { HallEventMessage } from '@contracts';
import type { Opening, StoredHallEvent } from '@server/opening';
import { instantOrNull } from '../http/views';

/** A hall's event as it goes over the wire, by HTTP and socket alike. */
export function hallMessage(row: StoredHallEvent): HallEventMessage {
  return {
    openingId: row.openingId,
    seq: row.seq,
    at: formatInstant(row.at),
    event: row.event,
  };
}

export class HallEventView {
  @ApiProperty() openingId!: string;
  @ApiProperty() seq!: number;
  @ApiProperty() at!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) event!: Record<string, unknown>;

  static of(this: void, row: StoredHallEvent): HallEventView {
    return { ...hallMessage(row), event: { ...row.event } };
  }
}

export class OpeningView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty({ enum: HALL_PHASES }) phase!: string;
  @ApiProperty() seq!: number;
  @ApiProperty() openedAt!: string;
  @ApiProperty() windowEndsAt!: string;
  @ApiProperty({ type: String, nullable: true }) closedAt!: string | null;
  /** Leaf hash of the closed list, once the witnesses have cosigned it: keys are handed in against it. */
  @ApiProperty({ type: String, nullable: true }) closedLeaf!: string | null;
  @ApiProperty({ type: [HallEventView] }) events!: HallEventView[];

  static of(this: void, row: Opening, events: readonly StoredHallEvent[]): OpeningView {
    const { id, tenderId, phase, seq, closedLeaf } = row;
    return {
      id,
      tenderId,
      phase,
      seq,
      closedLeaf,
      openedAt: formatInstant(row.openedAt),
      windowEndsAt: formatInstant(row.windowEndsAt),
      closedAt: instantOrNull(row.closedAt),
      events: events.map(HallEventView.of),
    };
  }
}
