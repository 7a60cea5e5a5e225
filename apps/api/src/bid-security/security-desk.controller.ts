import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { parseInstant } from '@core/kernel';
import { DepositTerms, KeepMoney, paperIn, ReadSecurities } from '@server/bid-security';
import { FileStore } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import {
  DepositRateDto,
  fenOf,
  ForfeitSecurityDto,
  ReceivePaymentDto,
  RefundPaymentDto,
  SecurityAccountDto,
  TakeStatementDto,
} from './bid-security.dto';
import {
  CodeOwnerView,
  DepositTermsView,
  DeskSecurityView,
  StatementLineView,
} from './bid-security.view';

/** The desk of finance: money that came, and its way back. Nobody else sees who paid before the opening. */
@ApiTags('bid-security')
@Controller('bid-securities')
export class SecurityDeskController {
  constructor(
    private readonly keeping: KeepMoney,
    private readonly reading: ReadSecurities,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Needs('bid_security.keep')
  @ApiOkResponse({ type: [DeskSecurityView] })
  async securityDesk(): Promise<DeskSecurityView[]> {
    return (await this.reading.desk()).map(DeskSecurityView.of);
  }

  /** Whose a payment code is: compared with the payer before the money is recorded. */
  @Get('codes/:code')
  @Needs('bid_security.keep')
  @ApiOkResponse({ type: CodeOwnerView })
  async codeOwner(@Param('code') code: string): Promise<CodeOwnerView> {
    return CodeOwnerView.of(await this.reading.byCode(code));
  }

  /** Records a transfer under the code its payer named. */
  @Post('payments')
  @HttpCode(200)
  @Needs('bid_security.keep')
  @ApiOkResponse({ type: DeskSecurityView })
  async receivePayment(
    @Acting() actor: Actor,
    @Body() { code, sumFen, payer, bank, account, arrivedAt, reference }: ReceivePaymentDto,
  ): Promise<DeskSecurityView> {
    const { id } = await this.keeping.receive(actor, code, {
      payer,
      bank,
      account,
      sum: fenOf(sumFen),
      arrivedAt: parseInstant(arrivedAt) ?? 0,
      reference,
    });
    return DeskSecurityView.of(await this.reading.one(id));
  }

  /** Takes a bank statement in, or says what would become of each line. */
  @Post('statements')
  @HttpCode(200)
  @Needs('bid_security.keep')
  @ApiOkResponse({ type: [StatementLineView] })
  async takeStatement(
    @Acting() actor: Actor,
    @Body() { text, trial }: TakeStatementDto,
  ): Promise<StatementLineView[]> {
    return (await this.keeping.takeStatement(actor, text, trial)).map(StatementLineView.of);
  }

  /** Records that a payment went back to the account it came from. */
  @Post('payments/:id/refund')
  @HttpCode(204)
  @Needs('bid_security.keep')
  async refundPayment(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { paidAt, interestFen, reference }: RefundPaymentDto,
  ): Promise<void> {
    const interest = interestFen === undefined ? null : fenOf(interestFen);
    await this.keeping.refund(actor, id, {
      paidAt: parseInstant(paidAt) ?? 0,
      interest,
      reference,
    });
  }

  /** Records that a guarantee was given back. */
  @Post(':id/release')
  @HttpCode(204)
  @Needs('bid_security.keep')
  async releaseGuarantee(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.keeping.giveBack(actor, id);
  }

  /** The paper of a guarantee, for finance. */
  @Get(':id/guarantee')
  @Needs('bid_security.keep')
  @ApiProduces('application/octet-stream')
  async deskGuarantee(@Param('id') id: string): Promise<RangedFile> {
    const fileId = paperIn([await this.reading.one(id)], () => true);
    return new RangedFile(await this.files.get(fileId), 'attachment');
  }

  /** Records that a security is kept by the tenderer's decision. */
  @Post(':id/forfeiture')
  @HttpCode(204)
  @Needs('bid_security.keep')
  async forfeitSecurity(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { ground, decision }: ForfeitSecurityDto,
  ): Promise<void> {
    await this.keeping.forfeit(actor, id, ground, decision);
  }
}

/** The rates and the account of the securities: an administrator's, not finance's. */
@ApiTags('bid-security')
@Controller('deposit-terms')
export class DepositTermsController {
  constructor(private readonly terms: DepositTerms) {}

  @Get()
  @Needs('deposit_terms.keep')
  @ApiOkResponse({ type: DepositTermsView })
  async depositTerms(): Promise<DepositTermsView> {
    return DepositTermsView.of(await this.terms.account(), await this.terms.rates());
  }

  /** Enters or corrects the rate from a day on. */
  @Post('rates')
  @HttpCode(204)
  @Needs('deposit_terms.keep')
  async enterDepositRate(
    @Acting() actor: Actor,
    @Body() { day, ppm, source }: DepositRateDto,
  ): Promise<void> {
    await this.terms.enterRate(actor, day, ppm, source);
  }

  @Put('account')
  @HttpCode(204)
  @Needs('deposit_terms.keep')
  async enterSecurityAccount(
    @Acting() actor: Actor,
    @Body() body: SecurityAccountDto,
  ): Promise<void> {
    await this.terms.enterAccount(actor, body);
  }
}
