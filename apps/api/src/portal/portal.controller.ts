import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { endOfDate, legalDate, startOfDate } from '@core/rules';
import { publicationFindings, TENDER_STATES, type TenderState } from '@core/tender';
import { Arrival, DomainError, FileStore, RuleSets } from '@server/platform';
import { SignUpForTender } from '@server/sign-up';
import { BasePrices, Lots, Tenders, toTender } from '@server/tender';
import { Client, MaybeActing, Public } from '../http/access';
import { OneOf, QueryNumber, Text } from '../http/fields';
import { RangedFile } from '../http/ranged-file';
import { FindingView } from '../http/views';
import { Calendars } from '@server/calendar';
import { DayView, PublicTenderView, TenderCardView, TenderPageView } from './portal.view';

class TenderQueryDto {
  @Text({ max: 60, optional: true }) q?: string;
  @OneOf(TENDER_STATES, { optional: true }) state?: TenderState;
  @Text({ max: 40, optional: true }) category?: string;
  @Text({ max: 60, optional: true }) region?: string;
  @Text({ max: 200, optional: true }) cursor?: string;
  @QueryNumber({ min: 1, max: 100, optional: true }) limit?: number;
}

/** The public portal: everything here is open to everybody. */
@ApiTags('portal')
@Controller('public')
export class PortalController {
  constructor(
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly basePrices: BasePrices,
    private readonly files: FileStore,
    private readonly signUp: SignUpForTender,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
  ) {}

  @Get('tenders')
  @Public()
  @ApiOkResponse({ type: TenderPageView })
  async listTenders(@Query() query: TenderQueryDto): Promise<TenderPageView> {
    const { q, state, category, region, cursor, limit } = query;
    return TenderPageView.of(
      await this.tenders.page({
        text: q,
        state,
        category,
        region,
        after: cursor,
        limit: limit ?? 20,
      }),
    );
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
    const row = await this.tenders.published(id);
    const documents = await this.tenders.documents(id);
    const lots = await this.lots.ofTender(id);
    const nextId = await this.tenders.nextCall(id);
    const next = nextId === null ? null : await this.tenders.find(nextId);
    const set = this.ruleSets.get(row.ruleSetId);
    const findings = publicationFindings(toTender(row), {
      timetable: row.timetable,
      documents: documents.length,
      basis: row.basis,
      lots,
      set,
      calendar: await this.calendars.current(),
    });
    return PublicTenderView.ofRow(
      row,
      {
        documents,
        lots,
        basePrices: await this.basePrices.ofTender(id),
        notices: await this.tenders.notices(id),
        findings: findings.map(FindingView.of),
        ruleSetNotice: set.notice,
        previousId: await this.tenders.previousCall(id),
        nextId: next?.publishedAt == null ? null : next.id,
      },
      this.arrival.at(),
    );
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

  /** The PDF of a notice (letters, records). */
  @Get('notices/:tenderId/:noticeId/file')
  @Public()
  @ApiProduces('application/pdf')
  async downloadNotice(
    @Param('tenderId') tenderId: string,
    @Param('noticeId') noticeId: string,
  ): Promise<RangedFile> {
    await this.tenders.published(tenderId);
    const notice = (await this.tenders.notices(tenderId)).find((one) => one.id === noticeId);
    if (!notice?.fileId) throw new DomainError('tender.document_not_found');
    return new RangedFile(await this.files.get(notice.fileId), 'inline');
  }
}
