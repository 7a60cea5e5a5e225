import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { documentsGate, runsTender } from '@core/tender';
import { Arrival, DomainError, RuleSets } from '@server/platform';
import {
  DivideTender,
  EditTender,
  BandOfTender,
  Lots,
  publicationDay,
  PublishTender,
  ReTender,
  Tenders,
  TerminateTender,
  type TenderRow,
} from '@server/tender';
import { Acting, Needs } from '../http/access';
import { FindingView, MadeView } from '../http/views';
import {
  AddDocumentDto,
  DivideTenderDto,
  DraftTenderDto,
  PlanDto,
  PublishTenderDto,
  SealingDto,
  TenderTermsDto,
  TerminateTenderDto,
} from './tender.dto';
import { DocumentView, TenderLineView, TenderView } from './tender.view';

/** Tenders on the tenderer's desk. */
@ApiTags('tender')
@Controller('tenders')
export class TenderController {
  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly divide: DivideTender,
    private readonly edit: EditTender,
    private readonly publish: PublishTender,
    private readonly terminate: TerminateTender,
    private readonly reTender: ReTender,
    private readonly bands: BandOfTender,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  @Post()
  @Needs('tender.edit')
  @ApiCreatedResponse({ type: TenderView })
  async draftTender(@Acting() actor: Actor, @Body() body: DraftTenderDto): Promise<TenderView> {
    const terms = TenderTermsDto.toTerms(body);
    return this.view(await this.edit.draft(actor, body.projectId, terms), actor);
  }

  @Get()
  @Needs('tender.edit')
  @ApiOkResponse({ type: [TenderLineView] })
  async listMyTenders(@Acting() actor: Actor): Promise<TenderLineView[]> {
    return (await this.tenders.runBy(actor.organisationId)).map(TenderLineView.of);
  }

  @Get(':id')
  @Needs('tender.read')
  @ApiOkResponse({ type: TenderView })
  async getTender(@Acting() actor: Actor, @Param('id') id: string): Promise<TenderView> {
    const row = await this.tenders.get(id);
    if (!runsTender(actor, row) && row.publishedAt === null)
      throw new DomainError('tender.not_found');
    return this.view(row, actor);
  }

  @Put(':id')
  @HttpCode(204)
  @Needs('tender.edit')
  async changeTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: TenderTermsDto,
  ): Promise<void> {
    await this.edit.change(actor, id, TenderTermsDto.toTerms(body));
  }

  /** Divides a draft into lots, and says whether consortia may bid. */
  @Put(':id/lots')
  @HttpCode(204)
  @Needs('tender.edit')
  async divideTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DivideTenderDto,
  ): Promise<void> {
    await this.divide.run(actor, id, DivideTenderDto.toDivision(body));
  }

  /** How the bids of a draft are compared. */
  @Put(':id/plan')
  @HttpCode(204)
  @Needs('tender.edit')
  async setPlan(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: PlanDto,
  ): Promise<void> {
    await this.edit.setPlan(actor, id, body.plan);
  }

  @Put(':id/sealing')
  @HttpCode(204)
  @Needs('tender.edit')
  async setSealing(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: SealingDto,
  ): Promise<void> {
    await this.edit.setSealing(actor, id, SealingDto.toTerms(body));
  }

  @Get(':id/findings')
  @Needs('tender.edit')
  @ApiOkResponse({ type: [FindingView] })
  async checkTender(@Acting() actor: Actor, @Param('id') id: string): Promise<FindingView[]> {
    return (await this.edit.findings(actor, id)).map(FindingView.of);
  }

  @Post(':id/documents')
  @Needs('tender.edit')
  @ApiCreatedResponse({ type: DocumentView })
  async addDocument(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AddDocumentDto,
  ): Promise<DocumentView> {
    return DocumentView.of(await this.edit.addDocument(actor, id, body));
  }

  @Delete(':id/documents/:documentId')
  @HttpCode(204)
  @Needs('tender.edit')
  async removeDocument(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
  ): Promise<void> {
    await this.edit.removeDocument(actor, id, documentId);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Needs('tender.edit')
  @ApiOkResponse({ type: TenderView })
  async publishTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: PublishTenderDto,
  ): Promise<TenderView> {
    return this.view(await this.publish.run(actor, id, body.text), actor);
  }

  /** Gives the tender up before its opening; the reason is announced. */
  @Post(':id/terminate')
  @HttpCode(200)
  @Needs('tender.edit')
  @ApiOkResponse({ type: TenderView })
  async terminateTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: TerminateTenderDto,
  ): Promise<TenderView> {
    return this.view(await this.terminate.run(actor, id, body.reason), actor);
  }

  /** Calls a failed or terminated tender again: a draft with everything carried over. */
  @Post(':id/re-tender')
  @Needs('tender.edit')
  @ApiCreatedResponse({ type: MadeView })
  async callTenderAgain(@Acting() actor: Actor, @Param('id') id: string): Promise<MadeView> {
    return { id: await this.reTender.run(actor, id) };
  }

  private async view(row: TenderRow, actor: Actor): Promise<TenderView> {
    const documents = await this.tenders.documents(row.id);
    const lots = await this.lots.ofTender(row.id);
    const gate = documentsGate(this.ruleSets.of(row), row.regime, publicationDay(row));
    const band = await this.bands.of(row, this.arrival.at());
    const decidedBy = band?.decidedBy ?? '';
    const law = this.ruleSets.under(row, row.publishedAt ?? this.arrival.at());
    const parts = { documents, documentsGate: gate, lots, decidedBy, law };
    return TenderView.of(row, parts, actor, this.arrival.at());
  }
}
