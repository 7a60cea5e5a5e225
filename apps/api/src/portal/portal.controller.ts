import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { endOfDate, legalDate, startOfDate } from '@core/rules';
import { TakeDocument } from '@server/document';
import { Arrival } from '@server/platform';
import { SearchTenders } from '@server/search';
import { PrintNotices, Tenders } from '@server/tender';
import { Acting, Client, MaybeActing, Needs, Public } from '../http/access';
import { Text } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { RangedFile } from '../http/ranged-file';
import {
  DayView,
  DocumentTicketView,
  PublicTenderView,
  TenderCardView,
  TenderPageView,
} from './portal.view';
import { filterOf, TenderQueryDto } from './tender-query';
import { PublicTenders } from './public-tenders';

class TicketQueryDto {
  /** Who asks, where the documents are for those who signed up. */
  @Text({ max: 200, optional: true }) ticket?: string;
}

/** The public portal: everything here is open to everybody. */
@ApiTags('portal')
@Controller('public')
export class PortalController {
  constructor(
    private readonly tenders: Tenders,
    private readonly search: SearchTenders,
    private readonly publicTenders: PublicTenders,
    private readonly papers: PrintNotices,
    private readonly documents: TakeDocument,
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

  /**
   * A document, recorded for the tenderer's eyes only. Free and without any gate, but where the tender's rule set asks for
   * a sign-up first: then it is for those who signed up, who are signed in or have a ticket.
   */
  @Get('tenders/:id/documents/:documentId/file')
  @Public()
  @ApiProduces('application/octet-stream')
  async downloadDocument(
    @MaybeActing() taker: Actor | null,
    @Client() { address }: { address: string },
    @Param('id') tenderId: string,
    @Param('documentId') documentId: string,
    @Query() { ticket }: TicketQueryDto,
  ): Promise<RangedFile> {
    const asked = { tenderId, documentId, taker, ticket: ticket ?? null, address };
    return new RangedFile(await this.documents.take(asked));
  }

  /** A link to a document for who is signed in and may take it: plain, resumable, good for a quarter of an hour. */
  @Post('tenders/:id/documents/:documentId/ticket')
  @HttpCode(200)
  @Needs('document.take')
  @NoReplay()
  @ApiOkResponse({ type: DocumentTicketView })
  async ticketForDocument(
    @Acting() actor: Actor,
    @Param('id') tenderId: string,
    @Param('documentId') documentId: string,
  ): Promise<DocumentTicketView> {
    const place = { tenderId, documentId };
    return DocumentTicketView.of(place, await this.documents.ticket(actor, place));
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
