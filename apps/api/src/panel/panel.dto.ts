import { parseInstant } from '@core/kernel';
import type { RequestPanelCommand } from '@server/panel';
import { ListOf, Text, UtcInstant, WholeNumber, YesNo } from '../http/fields';

export class PanelSeatsDto {
  @Text({ max: 32 }) specialty!: string;
  @WholeNumber({ min: 1, max: 50 }) seats!: number;
}

export class RequestPanelDto {
  @WholeNumber({ min: 1, max: 99 }) total!: number;
  @WholeNumber({ min: 0, max: 33 }) tenderer!: number;
  @ListOf(() => PanelSeatsDto, { max: 20 }) seats!: PanelSeatsDto[];
  @UtcInstant() meetingAt!: string;
  /** Without it the trading centre itself. */
  @Text({ max: 120, optional: true }) place?: string;

  static toCommand(this: void, body: RequestPanelDto): RequestPanelCommand {
    const { total, tenderer, seats, place } = body;
    return { total, tenderer, seats, place, meetingAt: parseInstant(body.meetingAt) ?? 0 };
  }
}

export class AnswerInvitationDto {
  @YesNo() accept!: boolean;
}
