import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { ConductDraw, Contribute, Draws, FinishDraw, VoidDraw, type Draw } from '@server/draw';
import { Tenders } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import {
  DrawDepositDto,
  DrawInputDto,
  DrawRevealDto,
  DrawRoundDto,
  DrawSignatureDto,
  DrawSourceDto,
  DrawSymbolsDto,
  EnrolDto,
  ForceDto,
  VoidDrawDto,
} from './draw.dto';
import { DrawView } from './draw.view';

/** Draws: public to look at, a few commands for those who contribute. */
@ApiTags('draw')
@Controller()
export class DrawController {
  constructor(
    private readonly draws: Draws,
    private readonly contribute: Contribute,
    private readonly conduct: ConductDraw,
    private readonly finish: FinishDraw,
    private readonly voids: VoidDraw,
    private readonly tenders: Tenders,
  ) {}

  @Get('public/draws/:id')
  @Public()
  @ApiOkResponse({ type: DrawView })
  async getDraw(@Param('id') id: string): Promise<DrawView> {
    return this.view(id);
  }

  @Get('public/tenders/:id/draws')
  @Public()
  @ApiOkResponse({ type: [DrawView] })
  async drawsOfTender(@Param('id') id: string): Promise<DrawView[]> {
    await this.tenders.published(id);
    return this.views(await this.draws.ofTender(id));
  }

  /** Draws under way to which the caller contributes. */
  @Get('draws')
  @Needs('draw.contribute')
  @ApiOkResponse({ type: [DrawView] })
  async myDraws(@Acting() actor: Actor): Promise<DrawView[]> {
    return this.views(await this.contribute.mine(actor));
  }

  @Post('draws/:id/enrol')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async enrolInDraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: EnrolDto,
  ): Promise<DrawView> {
    await this.contribute.enrol(actor, id, { ...body });
    return this.view(id);
  }

  @Post('draws/:id/inputs')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async giveInput(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawInputDto,
  ): Promise<DrawView> {
    await this.contribute.input(actor, id, DrawInputDto.toInput(body));
    return this.view(id);
  }

  @Post('draws/:id/deposits')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async giveDeposit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawDepositDto,
  ): Promise<DrawView> {
    const shares = body.shares.map(({ x, commit, envelope }) => ({ x, commit, envelope }));
    await this.contribute.deposit(actor, id, shares);
    return this.view(id);
  }

  @Post('draws/:id/reveals')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async reveal(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawRevealDto,
  ): Promise<DrawView> {
    await this.contribute.reveal(actor, id, body.nonce);
    return this.view(id);
  }

  /** Opens a party that does not reveal, with the caller's share and the platform's own. */
  @Post('draws/:id/forced')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async forceOpen(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ForceDto,
  ): Promise<DrawView> {
    await this.contribute.force(actor, id, body.id, ForceDto.toShares(body));
    return this.view(id);
  }

  /** Gives an attempt up, or asks for the signatures that needs; the next one begins with the same pool. */
  @Post('draws/:id/void')
  @HttpCode(200)
  @Needs('draw.operate')
  @ApiOkResponse({ type: DrawView })
  async voidDraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: VoidDrawDto,
  ): Promise<DrawView> {
    const sigs = VoidDrawDto.toSignatures(body);
    const { reason, offender = null } = body;
    if (sigs.length === 0) await this.voids.askVoid(actor, id, { reason, offender });
    else await this.voids.giveUp(actor, id, reason, offender, sigs);
    return this.view(id);
  }

  /** A contributor signs the void that the operator asks for. */
  @Post('draws/:id/void-signatures')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async signVoid(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawSignatureDto,
  ): Promise<DrawView> {
    await this.contribute.signVoid(actor, id, DrawSignatureDto.toSignature(body));
    return this.view(id);
  }

  /** Draws under way, for whoever operates them. */
  @Get('operated-draws')
  @Needs('draw.operate')
  @ApiOkResponse({ type: [DrawView] })
  async operatedDraws(): Promise<DrawView[]> {
    return this.views(await this.draws.underWay(null));
  }

  /** Where the last randomness comes from; chosen while parties still enrol. */
  @Post('draws/:id/source')
  @HttpCode(200)
  @Needs('draw.operate')
  @ApiOkResponse({ type: DrawView })
  async chooseDrawSource(@Param('id') id: string, @Body() body: DrawSourceDto): Promise<DrawView> {
    await this.conduct.chooseSource(id, DrawSourceDto.toChoice(body));
    return this.view(id);
  }

  /** The round a locked draw waits for, brought by hand. */
  @Post('draws/:id/round')
  @HttpCode(200)
  @Needs('draw.bring_round')
  @ApiOkResponse({ type: DrawView })
  async bringRound(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawRoundDto,
  ): Promise<DrawView> {
    await this.finish.bringRound(actor, id, body.signature);
    return this.view(id);
  }

  /** The dice or balls everybody in the room sees. */
  @Post('draws/:id/symbols')
  @HttpCode(200)
  @Needs('draw.operate')
  @ApiOkResponse({ type: DrawView })
  async enterSymbols(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawSymbolsDto,
  ): Promise<DrawView> {
    await this.finish.enterSymbols(actor, id, body.symbols);
    return this.view(id);
  }

  /** A contributor signs the dice or balls as they were entered. */
  @Post('draws/:id/countersignatures')
  @HttpCode(200)
  @Needs('draw.contribute')
  @ApiOkResponse({ type: DrawView })
  async countersign(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawSignatureDto,
  ): Promise<DrawView> {
    await this.contribute.countersign(actor, id, DrawSignatureDto.toSignature(body));
    return this.view(id);
  }

  private async view(id: string): Promise<DrawView> {
    const draw = await this.draws.get(id);
    return DrawView.of(draw, await this.draws.parties(id), await this.draws.events(id));
  }

  private async views(draws: readonly Draw[]): Promise<DrawView[]> {
    const views: DrawView[] = [];
    for (const { id } of draws) views.push(await this.view(id));
    return views;
  }
}
