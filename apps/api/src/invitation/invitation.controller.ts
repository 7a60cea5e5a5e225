import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { Invitations, InviteFirms, type InvitationState } from '@server/invitation';
import { Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Texts, WholeNumber } from '../http/fields';
import { instantOrNull, MadeView } from '../http/views';

class NameFirmsDto {
  /** Unified social credit codes. */
  @Texts({ max: 50, length: 18 }) creditCodes!: string[];
}

class DrawFirmsDto extends NameFirmsDto {
  /** How many are drawn from the list. */
  @WholeNumber({ min: 1, max: 50 }) count!: number;
  /** The purchaser's own people who watch. */
  @Texts({ max: 10, length: 40 }) watchers!: string[];
}

class InvitedFirmView {
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() drawn!: boolean;
  @ApiProperty({ type: String, nullable: true }) invitedAt!: string | null;
}

class InvitationDrawView {
  @ApiProperty() drawId!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
  /** How many firms are on the list. */
  @ApiProperty({ type: 'integer' }) listed!: number;
  @ApiProperty({ type: [String] }) watchers!: string[];
  @ApiProperty({ type: String, nullable: true }) drawnAt!: string | null;
}

class InvitationStateView {
  @ApiProperty({ type: [InvitedFirmView] }) firms!: InvitedFirmView[];
  @ApiProperty({ type: InvitationDrawView, nullable: true }) draw!: InvitationDrawView | null;
  /** Whether the rules let the firms be drawn by lot from a list. */
  @ApiProperty() mayDraw!: boolean;

  static of(this: void, { firms, draw, mayDraw }: InvitationState): InvitationStateView {
    return {
      mayDraw,
      firms: firms.map(({ enterpriseId, name, drawn, invitedAt }) => ({
        enterpriseId,
        name,
        drawn: drawn === 1,
        invitedAt: instantOrNull(invitedAt),
      })),
      draw: draw && {
        drawId: draw.drawId,
        count: draw.count,
        listed: draw.firms.length,
        watchers: [...draw.watchers],
        drawnAt: instantOrNull(draw.drawnAt),
      },
    };
  }
}

class ReceivedInvitationView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() invitedAt!: string;
  @ApiProperty({ type: String, nullable: true }) deadline!: string | null;
}

/** Invited tenders: who is invited, and one's own invitations. */
@ApiTags('invitation')
@Controller()
export class InvitationController {
  constructor(
    private readonly invite: InviteFirms,
    private readonly invitations: Invitations,
    private readonly tenders: Tenders,
  ) {}

  /** The tenderer's own list; the supervisor's to see after the deadline. */
  @Get('tenders/:id/invitations')
  @Needs('tender.read')
  @ApiOkResponse({ type: InvitationStateView })
  async getInvitations(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<InvitationStateView> {
    return InvitationStateView.of(await this.invite.find(actor, id));
  }

  @Put('tenders/:id/invitations')
  @HttpCode(204)
  @Needs('tender.edit')
  async nameInvited(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: NameFirmsDto,
  ): Promise<void> {
    await this.invite.name(actor, id, body.creditCodes);
  }

  /** Begins a random invitation from a list. */
  @Post('tenders/:id/invitations/draw')
  @Needs('tender.edit')
  @ApiCreatedResponse({ type: MadeView })
  async drawInvited(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DrawFirmsDto,
  ): Promise<MadeView> {
    const { creditCodes: list, count, watchers } = body;
    return { id: (await this.invite.draw(actor, id, { list, count, watchers })).drawId };
  }

  /** The invitations one's own firm has received. */
  @Get('received-invitations')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [ReceivedInvitationView] })
  async receivedInvitations(@Acting() actor: Actor): Promise<ReceivedInvitationView[]> {
    const rows = await this.invitations.received(actor.organisationId);
    const tenders = new Map(
      (await this.tenders.byIds(rows.map((row) => row.tenderId))).map((row) => [row.id, row]),
    );
    return rows.flatMap(({ tenderId, invitedAt }) => {
      const tender = tenders.get(tenderId);
      if (!tender || invitedAt === null) return [];
      const { code, title, tendererName, deadline } = tender;
      return [
        {
          tenderId,
          code,
          title,
          tendererName,
          invitedAt: formatInstant(invitedAt),
          deadline: instantOrNull(deadline),
        },
      ];
    });
  }
}
