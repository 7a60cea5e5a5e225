import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { endOfDate, legalDate, startOfDate } from '@core/rules';
import { Arrival, FileStore } from '@server/platform';
import { SearchTenders } from '@server/search';
import { SignUpForTender } from '@server/sign-up';
import { PrintNotices, Tenders } from '@server/tender';
import { Client, MaybeActing, Public } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { DayView, PublicTenderView, TenderCardView, TenderPageView } from './portal.view';
import { filterOf, TenderQueryDto } from './tender-query';
import { PublicTenders } from './public-tenders';

/** The public portal: everything here is open to everybody. */
@ApiTags('portal')
@Controller('public')
export class PortalController {
  constructor(
    private readonly tenders: Tenders,
    private readonly search: SearchTenders,
    private readonly publicTenders: PublicTenders,
    private readonly files: FileStore,
    private readonly papers: PrintNotices,
    private readonly signUp: SignUpForTender,
    private readonly arrival: Arrival,
  ) {}

  @Get('tenders')
  @Public()
  @ApiOkResponse({ type: TenderPageView })
  async listTenders(@Query() query: TenderQueryDto): Promise<TenderPageView> {
    return TenderPageView.of(await this.search.page(filterOf(query)));
  }

  /** What opens today. */
  @Get('day')
  @Public()
  @ApiOkResponse({ type: DayView })
  async today(): Promise<DayView> {
    const date = legalDate(this.arrival.at());
    const rows = await this.tenders.openingBetween(startOfDate(date), endOfDate(date));
    return { date, openings: rows.map(TenderCardView.of) };
  }

  @Get('tenders/:id')
  @Public()
  @ApiOkResponse({ type: PublicTenderView })
  async publicTender(@Param('id') id: string): Promise<PublicTenderView> {
    return this.publicTenders.view(id);
  }

  /** A document, free and without any gate; recorded for the tenderer's eyes only. */
  @Get('tenders/:id/documents/:documentId/file')
  @Public()
  @ApiProduces('application/octet-stream')
  async downloadDocument(
    @MaybeActing() actor: Actor | null,
    @Client() client: { address: string },
    @Param('id') id: string,
    @Param('documentId') documentId: string,
  ): Promise<RangedFile> {
    const tender = await this.tenders.published(id);
    const document = await this.tenders.document(tender.id, documentId);
    await this.signUp.recordDownload(actor, id, documentId, client.address);
    return new RangedFile(await this.files.get(document.fileId));
  }

  /** The PDF of a notice: what it was published with, or its text on paper, printed when it is first asked for. */
  @Get('notices/:tenderId/:noticeId/file')
  @Public()
  @ApiProduces('application/pdf')
  async downloadNotice(
    @Param('tenderId') tenderId: string,
    @Param('noticeId') noticeId: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.papers.paper(tenderId, noticeId), 'inline');
  }
}
