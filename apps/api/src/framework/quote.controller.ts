import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { fen, parseInstant } from '@core/kernel';
import { HoldCompetition } from '@server/framework';
import { Acting, MaybeActing, Needs, Public } from '../http/access';
import { CallQuotesDto, OpenQuoteDto, SealQuoteDto } from './framework.dto';
import { QuoteCallView } from './framework.view';
import { ReadFramework } from './read-framework';

/** Competitions among the suppliers of a package. */
@ApiTags('framework')
@Controller()
export class QuoteController {
  constructor(
    private readonly competition: HoldCompetition,
    private readonly read: ReadFramework,
  ) {}

  /** The latest competitions of a framework; who has quoted is shown from the deadline on. */
  @Get('public/frameworks/:id/quote-calls')
  @Public()
  @ApiOkResponse({ type: [QuoteCallView] })
  listQuoteCalls(
    @MaybeActing() reader: Actor | null,
    @Param('id') id: string,
  ): Promise<QuoteCallView[]> {
    return this.read.callsOf(id, reader);
  }

  /** The reader's own competitions: those he called, or those he is asked in. */
  @Get('quote-calls')
  @Needs('framework.read')
  @ApiOkResponse({ type: [QuoteCallView] })
  listOwnQuoteCalls(@Acting() actor: Actor): Promise<QuoteCallView[]> {
    return this.read.ownCalls(actor);
  }

  @Post('frameworks/:id/quote-calls')
  @Needs('framework.buy')
  @ApiCreatedResponse({ type: QuoteCallView })
  async callQuotes(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { deadline, ...body }: CallQuotesDto,
  ): Promise<QuoteCallView> {
    const request = { ...body, deadline: parseInstant(deadline) ?? 0 };
    return this.read.call(await this.competition.call(actor, id, request), actor);
  }

  /** Hands in a sealed quote. */
  @Post('quote-calls/:id/quotes')
  @HttpCode(204)
  @Needs('framework.supply')
  async sealQuote(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { sealed }: SealQuoteDto,
  ): Promise<void> {
    await this.competition.seal(actor, id, sealed);
  }

  /** Opens the own quote after the deadline. */
  @Post('quote-calls/:id/open')
  @HttpCode(204)
  @Needs('framework.supply')
  async openQuote(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { unitPriceFen, nonce }: OpenQuoteDto,
  ): Promise<void> {
    await this.competition.open(actor, id, fen(Number(unitPriceFen)), nonce);
  }
}
