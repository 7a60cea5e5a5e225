import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { OpenBasePrice, Openings, RunHall, UnsealBid } from '@server/opening';
import { DomainError } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { QueryNumber } from '../http/fields';
import {
  AttendanceDto,
  BasePriceDto,
  HandInSecretDto,
  HandInShareDto,
  HostCommandDto,
  ObjectionDto,
} from './opening.dto';
import { HallEventView, OpeningView } from './opening.view';

class AfterDto {
  @QueryNumber({ min: 0, max: 1_000_000, optional: true }) after?: number;
}

/** Commands to a hall go over HTTP; the socket carries its events. */
@ApiTags('opening')
@Controller()
export class OpeningController {
  constructor(
    private readonly openings: Openings,
    private readonly runHall: RunHall,
    private readonly unseal: UnsealBid,
    private readonly basePrice: OpenBasePrice,
  ) {}

  @Get('public/tenders/:id/opening')
  @Public()
  @ApiOkResponse({ type: OpeningView })
  async openingOfTender(@Param('id') id: string): Promise<OpeningView> {
    const row = await this.openings.ofTender(id);
    if (!row) throw new DomainError('opening.not_found');
    return this.view(row.id);
  }

  @Get('public/openings/:id')
  @Public()
  @ApiOkResponse({ type: OpeningView })
  async getOpening(@Param('id') id: string): Promise<OpeningView> {
    return this.view(id);
  }

  /** What a client that saw a gap asks for. */
  @Get('public/openings/:id/events')
  @Public()
  @ApiOkResponse({ type: [HallEventView] })
  async hallEvents(@Param('id') id: string, @Query() query: AfterDto): Promise<HallEventView[]> {
    return (await this.openings.eventsAfter(id, query.after ?? 0)).map(HallEventView.of);
  }

  @Post('openings/:id/keys')
  @HttpCode(200)
  @Needs('bid.submit')
  @ApiOkResponse({ type: OpeningView })
  async handInKey(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: HandInSecretDto,
  ): Promise<OpeningView> {
    await this.unseal.byBidder(actor, id, body.bidId, body.secret);
    return this.view(id);
  }

  @Post('openings/:id/shares')
  @HttpCode(200)
  @Needs('key.hold')
  @ApiOkResponse({ type: OpeningView })
  async handInShare(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: HandInShareDto,
  ): Promise<OpeningView> {
    await this.unseal.byHolder(actor, id, body.bidId, body);
    return this.view(id);
  }

  @Post('openings/:id/absent')
  @HttpCode(200)
  @Needs('opening.host')
  @ApiOkResponse({ type: OpeningView })
  async settleAbsent(@Acting() actor: Actor, @Param('id') id: string): Promise<OpeningView> {
    await this.unseal.settleAbsent(actor, id);
    return this.view(id);
  }

  @Post('openings/:id/commands')
  @HttpCode(200)
  @Needs('opening.host')
  @ApiOkResponse({ type: OpeningView })
  async commandHall(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: HostCommandDto,
  ): Promise<OpeningView> {
    await this.runHall.host(actor, id, HostCommandDto.toCommand(body));
    return this.view(id);
  }

  /** Opens the base price that was sealed, with its file: after the bids are open, before the record is signed. */
  @Post('openings/:id/base-price')
  @HttpCode(200)
  @Needs('opening.host')
  @ApiOkResponse({ type: OpeningView })
  async openBasePrice(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: BasePriceDto,
  ): Promise<OpeningView> {
    await this.basePrice.run(actor, id, BasePriceDto.toBasePrice(body));
    return this.view(id);
  }

  /** A bidder's check-in, where a rule has the legal representative sign in. */
  @Post('openings/:id/attendance')
  @HttpCode(200)
  @Needs('bid.submit')
  @ApiOkResponse({ type: OpeningView })
  async checkInFirm(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { name }: AttendanceDto,
  ): Promise<OpeningView> {
    await this.runHall.attend(actor, id, name);
    return this.view(id);
  }

  @Post('openings/:id/objections')
  @HttpCode(200)
  @Needs('bid.submit')
  @ApiOkResponse({ type: OpeningView })
  async object(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ObjectionDto,
  ): Promise<OpeningView> {
    await this.runHall.object(actor, id, body.text);
    return this.view(id);
  }

  @Post('openings/:id/signatures')
  @HttpCode(200)
  @Needs('opening.attend')
  @ApiOkResponse({ type: OpeningView })
  async signOpening(@Acting() actor: Actor, @Param('id') id: string): Promise<OpeningView> {
    await this.runHall.sign(actor, id);
    return this.view(id);
  }

  private async view(id: string): Promise<OpeningView> {
    return OpeningView.of(await this.openings.get(id), await this.openings.eventsAfter(id, 0));
  }
}
