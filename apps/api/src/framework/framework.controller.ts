import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { fen } from '@core/kernel';
import { runsTender } from '@core/tender';
import { Frameworks, LeadFramework, PrepareFramework, SignAgreement } from '@server/framework';
import { DomainError } from '@server/platform';
import { Tenders } from '@server/tender';
import { Acting, MaybeActing, Needs, Public } from '../http/access';
import { FindingView } from '../http/views';
import {
  FileAgreementsDto,
  FrameworkTermsDto,
  LowerPriceDto,
  ProductDto,
  RemoveSupplierDto,
  SignAgreementDto,
} from './framework.dto';
import {
  AgreementView,
  DraftTermsView,
  FrameworkRowView,
  FrameworkTermsView,
  FrameworkView,
} from './framework.view';
import { ReadFramework } from './read-framework';

/** Framework agreements: their terms, suppliers and signatures. */
@ApiTags('framework')
@Controller()
export class FrameworkController {
  constructor(
    private readonly tenders: Tenders,
    private readonly frameworks: Frameworks,
    private readonly prepare: PrepareFramework,
    private readonly agreements: SignAgreement,
    private readonly lead: LeadFramework,
    private readonly read: ReadFramework,
  ) {}

  /** Frameworks that have suppliers, the latest first. */
  @Get('public/frameworks')
  @Public()
  @ApiOkResponse({ type: [FrameworkRowView] })
  listFrameworks(): Promise<FrameworkRowView[]> {
    return this.read.list();
  }

  @Get('public/frameworks/:id')
  @Public()
  @ApiOkResponse({ type: FrameworkView })
  readFramework(
    @MaybeActing() reader: Actor | null,
    @Param('id') id: string,
  ): Promise<FrameworkView> {
    return this.read.one(id, reader);
  }

  /** An agreement in words: for its parties before it is signed, for everybody after. */
  @Get('public/framework-suppliers/:id/agreement')
  @Public()
  @ApiOkResponse({ type: AgreementView })
  readAgreement(
    @MaybeActing() reader: Actor | null,
    @Param('id') id: string,
  ): Promise<AgreementView> {
    return this.agreements.read(reader, id);
  }

  /** The terms of a draft. */
  @Get('tenders/:id/framework')
  @Needs('tender.edit')
  @ApiOkResponse({ type: DraftTermsView })
  async readFrameworkTerms(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<DraftTermsView> {
    const tender = await this.tenders.get(id);
    if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
    const kept = await this.frameworks.find(id);
    const findings = await this.prepare.findings(tender);
    return {
      terms: kept && FrameworkTermsView.of(kept.terms),
      findings: findings.map(FindingView.of),
    };
  }

  @Put('tenders/:id/framework')
  @Needs('tender.edit')
  @ApiOkResponse({ type: DraftTermsView })
  async keepFrameworkTerms(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: FrameworkTermsDto,
  ): Promise<DraftTermsView> {
    await this.prepare.keep(actor, id, FrameworkTermsDto.toTerms(body));
    return this.readFrameworkTerms(actor, id);
  }

  /** What a supplier delivers in its package. */
  @Put('framework-suppliers/:id/product')
  @HttpCode(204)
  @Needs('framework.supply')
  async offerProduct(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ProductDto,
  ): Promise<void> {
    await this.agreements.offer(actor, id, body);
  }

  /** Signs an agreement, as either of its parties. */
  @Post('framework-suppliers/:id/sign')
  @HttpCode(204)
  @Needs('contract.sign')
  async signAgreement(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { fingerprint }: SignAgreementDto,
  ): Promise<void> {
    await this.agreements.sign(actor, id, fingerprint);
  }

  /** A supplier's price falls, for all buyers. */
  @Post('framework-suppliers/:id/price')
  @HttpCode(204)
  @Needs('framework.supply')
  async lowerPrice(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { priceFen }: LowerPriceDto,
  ): Promise<void> {
    await this.lead.lower(actor, id, fen(Number(priceFen)));
  }

  @Post('framework-suppliers/:id/remove')
  @HttpCode(204)
  @Needs('award.decide')
  async removeSupplier(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { ground, evidence }: RemoveSupplierDto,
  ): Promise<void> {
    await this.lead.remove(actor, id, ground, evidence);
  }

  /** Says that copies of the agreements were filed. */
  @Post('frameworks/:id/filing')
  @HttpCode(204)
  @Needs('award.decide')
  async fileAgreements(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { filedWith }: FileAgreementsDto,
  ): Promise<void> {
    await this.agreements.file(actor, id, filedWith);
  }

  /** Publishes the summary of what was bought, once the agreements have run out. */
  @Post('frameworks/:id/summary')
  @HttpCode(204)
  @Needs('award.decide')
  async summariseFramework(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.lead.summarise(actor, id);
  }
}
