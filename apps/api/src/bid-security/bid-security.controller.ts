import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { DepositTerms, LodgeSecurity, ReadSecurities } from '@server/bid-security';
import { JudgeBids } from '@server/evaluation';
import { DomainError } from '@server/platform';
import { Acting, Needs } from '../http/access';
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
    @Body() { kind, issuer, number, sumFen, validUntil }: LodgeGuaranteeDto,
  ): Promise<void> {
    const sum = fenOf(sumFen);
    await this.lodging.lodge(actor, id, lot, { kind, issuer, number, sum, validUntil });
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
    // The room says who is a member: there is none for anybody else.
    const { blind } = await this.judging.room(actor, tenderId);
    // Ids of bids name bidders, since the opening was public.
    if (blind?.isHidden === true) throw new DomainError('evaluation.still_blind');
    return (await this.reading.afterOpening(tenderId)).map(PanelSecurityView.of);
  }
}
