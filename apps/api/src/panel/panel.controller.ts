import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { runsTender } from '@core/tender';
import { Draws } from '@server/draw';
import {
  CallPanel,
  Calls,
  DisclosePanel,
  FillSeats,
  Panels,
  PlaceCalls,
  RequestPanel,
  SkipReport,
  type Panel,
} from '@server/panel';
import { DomainError } from '@server/platform';
import { Tenders } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { NoReplay } from '../http/idempotency.interceptor';
import { AnswerInvitationDto, RequestPanelDto } from './panel.dto';
import {
  ExclusionCountView,
  InvitationView,
  PanelInvitationView,
  PanelMemberView,
  PanelView,
  PublicPanelView,
  SkipStatisticsView,
} from './panel.view';

/** Panels: the tenderer asks, the operator draws, experts answer. */
@ApiTags('panel')
@Controller()
export class PanelController {
  constructor(
    private readonly panels: Panels,
    private readonly request: RequestPanel,
    private readonly call: CallPanel,
    private readonly seats: FillSeats,
    private readonly calls: Calls,
    private readonly place: PlaceCalls,
    private readonly disclose: DisclosePanel,
    private readonly skips: SkipReport,
    private readonly draws: Draws,
    private readonly tenders: Tenders,
  ) {}

  @Post('tenders/:id/panel')
  @Needs('panel.request')
  @ApiCreatedResponse({ type: PanelView })
  async requestPanel(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: RequestPanelDto,
  ): Promise<PanelView> {
    return this.view(await this.request.run(actor, id, RequestPanelDto.toCommand(body)));
  }

  @Get('tenders/:id/panel')
  @Needs('panel.request')
  @ApiOkResponse({ type: PanelView })
  async panelOfTender(@Acting() actor: Actor, @Param('id') id: string): Promise<PanelView> {
    const tender = await this.tenders.get(id);
    const panel = await this.panels.ofTender(id);
    if (!panel || !runsTender(actor, tender)) throw new DomainError('panel.not_found');
    return this.view(panel);
  }

  /** The members' names with the result; how many experts were left out, by reason, from the opening on. */
  @Get('public/tenders/:id/panel')
  @Public()
  @ApiOkResponse({ type: PublicPanelView })
  async publicPanel(@Param('id') id: string): Promise<PublicPanelView> {
    const members = await this.disclose.members(id);
    const exclusions = await this.disclose.exclusions(id);
    return {
      members: members?.map(PanelMemberView.of) ?? null,
      exclusions: exclusions && ExclusionCountView.ofAll(exclusions),
    };
  }

  /** Calls that reached nobody, per operator, with the draws that chance does not explain. */
  @Get('public/skip-statistics')
  @Public()
  @ApiOkResponse({ type: SkipStatisticsView })
  async skipStatistics(): Promise<SkipStatisticsView> {
    const { operators, alarms } = await this.skips.run();
    return { operators: [...operators], alarms: [...alarms] };
  }

  @Get('panels')
  @Needs('panel.operate')
  @ApiOkResponse({ type: [PanelView] })
  async listPanels(): Promise<PanelView[]> {
    const views: PanelView[] = [];
    for (const panel of await this.panels.all()) views.push(await this.view(panel));
    return views;
  }

  @Get('panels/:id')
  @Needs('panel.operate')
  @ApiOkResponse({ type: PanelView })
  async getPanel(@Param('id') id: string): Promise<PanelView> {
    return this.view(await this.panels.get(id));
  }

  @Post('panels/:id/draw')
  @HttpCode(200)
  @Needs('panel.operate')
  @ApiOkResponse({ type: PanelView })
  async beginPanelDraw(@Acting() actor: Actor, @Param('id') id: string): Promise<PanelView> {
    return this.view(await this.request.begin(actor, id));
  }

  /** Has a drawn number called once more, now. */
  @Post('panels/:id/invitations/:invitationId/call')
  @HttpCode(200)
  @Needs('panel.operate')
  @ApiOkResponse({ type: PanelView })
  async callAgain(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('invitationId') invitationId: string,
  ): Promise<PanelView> {
    return this.view(await this.place.again(actor, id, invitationId));
  }

  @Get('invitations')
  @Needs('panel.serve')
  @ApiOkResponse({ type: [InvitationView] })
  async myInvitations(@Acting() actor: Actor): Promise<InvitationView[]> {
    return (await this.call.mine(actor.personId)).map(InvitationView.of);
  }

  /** Not kept for replay: a stored answer would tie the person to the panel. */
  @Post('invitations/:id/answer')
  @HttpCode(200)
  @NoReplay()
  @Needs('panel.serve')
  @ApiOkResponse({ type: [InvitationView] })
  async answerInvitation(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerInvitationDto,
  ): Promise<InvitationView[]> {
    await this.call.answer(actor, id, body.accept);
    return this.myInvitations(actor);
  }

  @Post('invitations/:id/check-in')
  @HttpCode(200)
  @NoReplay()
  @Needs('panel.serve')
  @ApiOkResponse({ type: [InvitationView] })
  async checkIn(@Acting() actor: Actor, @Param('id') id: string): Promise<InvitationView[]> {
    await this.call.checkIn(actor, id);
    return this.myInvitations(actor);
  }

  private async view(panel: Panel): Promise<PanelView> {
    const calls = await this.calls.ofPanel(panel.id);
    const invitations = (await this.panels.invitations(panel.id)).map((invitation) => {
      const own = calls.filter(({ invitationId }) => invitationId === invitation.id);
      const isHalted =
        invitation.state === 'invited' &&
        own.every(({ state }) => state === 'over') &&
        this.seats.stepAfter(own).type === 'halt';
      return PanelInvitationView.of(invitation, own, isHalted);
    });
    return PanelView.of(
      panel,
      await this.tenders.get(panel.tenderId),
      await this.draws.latest(panel.tenderId, 'panel'),
      invitations,
    );
  }
}
