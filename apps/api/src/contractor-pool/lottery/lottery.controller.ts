import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { HoldLottery, Lotteries, TakePart } from '@server/contractor-pool';
import { Draws } from '@server/draw';
import { DomainError } from '@server/platform';
import { Acting, Needs, Public } from '../../http/access';
import { QueryNumber } from '../../http/fields';
import {
  LotteryEventView,
  LotteryView,
  MyParticipationView,
  ParticipationView,
} from './lottery.view';

class LotteryAfterDto {
  @QueryNumber({ min: 0, max: 1_000_000, optional: true }) after?: number;
}

/** Lotteries: commands over HTTP, the socket carries the events. */
@ApiTags('lottery')
@Controller()
export class LotteryController {
  constructor(
    private readonly lotteries: Lotteries,
    private readonly takePart: TakePart,
    private readonly hold: HoldLottery,
    private readonly draws: Draws,
  ) {}

  @Get('public/tenders/:id/lottery')
  @Public()
  @ApiOkResponse({ type: LotteryView })
  async lotteryOfTender(@Param('id') id: string): Promise<LotteryView> {
    return this.view(id);
  }

  /** What a client that saw a gap asks for. */
  @Get('public/lotteries/:id/events')
  @Public()
  @ApiOkResponse({ type: [LotteryEventView] })
  async lotteryEvents(
    @Param('id') id: string,
    @Query() query: LotteryAfterDto,
  ): Promise<LotteryEventView[]> {
    const { id: lotteryId } = await this.lotteries.get(id);
    return (await this.lotteries.eventsAfter(lotteryId, query.after ?? 0)).map(LotteryEventView.of);
  }

  @Post('tenders/:id/participations')
  @Needs('pool.apply')
  @ApiCreatedResponse({ type: ParticipationView })
  async takePartInLottery(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ParticipationView> {
    return ParticipationView.of(await this.takePart.run(actor, id));
  }

  @Get('tenders/:id/participations/mine')
  @Needs('pool.apply')
  @ApiOkResponse({ type: MyParticipationView })
  async myParticipation(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<MyParticipationView> {
    const row = await this.lotteries.participation(id, actor.organisationId);
    return { participation: row && ParticipationView.of(row) };
  }

  /** The tenderer publishes the drawn order as candidates. */
  @Post('tenders/:id/lottery-result')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: LotteryView })
  async publishLotteryResult(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<LotteryView> {
    await this.hold.publish(actor, id);
    return this.view(id);
  }

  private async view(tenderId: string): Promise<LotteryView> {
    const row = await this.lotteries.ofTender(tenderId);
    if (!row) throw new DomainError('lottery.not_found');
    const draw = await this.draws.latest(tenderId, 'lottery');
    return LotteryView.of(row, draw, await this.lotteries.eventsAfter(row.id, 0));
  }
}
