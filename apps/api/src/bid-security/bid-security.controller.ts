import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import {
  DepositTerms,
  LodgeSecurity,
  paperIn,
  ReadSecurities,
  type FollowedSecurity,
} from '@server/bid-security';
import { JudgeBids } from '@server/evaluation';
import { DomainError, FileStore } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { fenOf, LodgeGuaranteeDto } from './bid-security.dto';
import {
  OpenSecurityView,
  OwnSecuritiesView,
  OwnSecurityView,
  PanelSecurityView,
  PayIntoView,
} from './bid-security.view';

/** Bid securities for those they concern: the bidder its own, and after the opening the tenderer, the panel, the supervisor. */
@ApiTags('bid-security')
@Controller()
export class BidSecurityController {
  constructor(
    private readonly lodging: LodgeSecurity,
    private readonly reading: ReadSecurities,
    private readonly terms: DepositTerms,
    private readonly judging: JudgeBids,
    private readonly files: FileStore,
  ) {}

  /** The bidder's own: what is asked for, where to pay it, what came of it. */
  @Get('tenders/:id/securities/mine')
  @Needs('bid_security.give')
  @ApiOkResponse({ type: OwnSecuritiesView })
  async mySecurities(@Acting() actor: Actor, @Param('id') id: string): Promise<OwnSecuritiesView> {
    const account = await this.terms.account();
    return {
      account: account && PayIntoView.of(account),
      securities: (await this.reading.own(actor, id)).map(OwnSecurityView.of),
    };
  }

  /** Gives the bidder the random code its transfer for a lot is told by; asked again, the same. */
  @Post('tenders/:id/lots/:lot/security')
  @HttpCode(204)
  @Needs('bid_security.give')
  async expectSecurity(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
  ): Promise<void> {
    await this.lodging.expect(actor, id, lot);
  }

  /** Lodges a guarantee or policy in place of money. */
  @Post('tenders/:id/lots/:lot/guarantee')
  @HttpCode(204)
  @Needs('bid_security.give')
  async lodgeGuarantee(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
    @Body() { fileId, sumFen, ...facts }: LodgeGuaranteeDto,
  ): Promise<void> {
    const sum = fenOf(sumFen);
    await this.lodging.lodge(actor, id, lot, { ...facts, sum, fileId: fileId ?? null });
  }

  /** Takes the guarantee back, until the deadline. */
  @Post('bid-securities/:id/withdrawal')
  @HttpCode(204)
  @Needs('bid_security.give')
  async withdrawGuarantee(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.lodging.withdraw(actor, id);
  }

  /** After the opening: who gave which security, for whoever runs the tender and for the supervisor. */
  @Get('tenders/:id/securities')
  @Needs('bid_security.read')
  @ApiOkResponse({ type: [OpenSecurityView] })
  async tenderSecurities(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<OpenSecurityView[]> {
    return (await this.reading.opened(actor, id)).map(OpenSecurityView.of);
  }

  /** For the panel's preliminary review: whether the security of each bid is there. */
  @Get('evaluations/:tenderId/securities')
  @Needs('evaluation.judge')
  @ApiOkResponse({ type: [PanelSecurityView] })
  async panelSecurities(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
  ): Promise<PanelSecurityView[]> {
    return (await this.forPanel(actor, tenderId)).map(PanelSecurityView.of);
  }

  /** The paper of the bidder's own guarantee. */
  @Get('tenders/:id/securities/mine/:security/guarantee')
  @Needs('bid_security.give')
  @ApiProduces('application/octet-stream')
  async myGuarantee(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('security') security: string,
  ): Promise<RangedFile> {
    return this.paper(await this.reading.own(actor, id), ({ row }) => row.id === security);
  }

  /** After the opening: the paper of a guarantee, for whoever runs the tender and for the supervisor. */
  @Get('tenders/:id/securities/:security/guarantee')
  @Needs('bid_security.read')
  @ApiProduces('application/octet-stream')
  async tenderGuarantee(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('security') security: string,
  ): Promise<RangedFile> {
    return this.paper(await this.reading.opened(actor, id), ({ row }) => row.id === security);
  }

  /** The paper of the guarantee behind a bid, for the panel. */
  @Get('evaluations/:tenderId/securities/:bidId/guarantee')
  @Needs('evaluation.judge')
  @ApiProduces('application/octet-stream')
  async panelGuarantee(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Param('bidId') bidId: string,
  ): Promise<RangedFile> {
    return this.paper(await this.forPanel(actor, tenderId), (one) => one.bidId === bidId);
  }

  private async forPanel(actor: Actor, tenderId: string): Promise<readonly FollowedSecurity[]> {
    // The room says who is a member: there is none for anybody else.
    const { blind } = await this.judging.room(actor, tenderId);
    // Ids of bids name bidders, since the opening was public.
    if (blind?.isHidden === true) throw new DomainError('evaluation.still_blind');
    return this.reading.afterOpening(tenderId);
  }

  private async paper(
    securities: readonly FollowedSecurity[],
    is: (one: FollowedSecurity) => boolean,
  ): Promise<RangedFile> {
    return new RangedFile(await this.files.get(paperIn(securities, is)), 'attachment');
  }
}
