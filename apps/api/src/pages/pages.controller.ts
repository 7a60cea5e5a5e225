import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import { endOfDate, legalDate, startOfDate } from '@core/rules';
import { GROUPINGS } from '@core/statistics';
import { Awards } from '@server/award';
import { Clarifications } from '@server/clarification';
import { ReadComplaints } from '@server/complaint';
import { Enterprises, ReadRegister } from '@server/enterprise';
import { DATA_LICENCE, ReadOpenData } from '@server/open-data';
import { Config, DomainError, LegalClock } from '@server/platform';
import { SearchTenders } from '@server/search';
import { ReadStatistics, type StatisticsFilter } from '@server/statistics';
import { savedOf, Subscribe } from '@server/subscription';
import { Tenders } from '@server/tender';
import { EnterpriseCardView, PublicEnterpriseView } from '../enterprise/enterprise.view';
import { Public } from '../http/access';
import { webFolder } from '../http/web-files';
import { TenderCardView, TenderPageView } from '../portal/portal.view';
import { PublicTenders } from '../portal/public-tenders';
import { atomFeed, rssFeed, siteMap, type FeedNotice } from './feeds';
import { homePage } from './content/home-page';
import { firmListPage, firmPage, missingPage } from './content/other-pages';
import { openDataPage } from './content/open-data-page';
import { readPageQuery, type PageQuery } from './frame/page-query';
import { processPage } from './content/process-page';
import { statisticsPage, statisticsRowsPage } from './content/statistics-page';
import { documentOf, readTemplate, type ReadingPage, type Site } from './frame/shell';
import { tenderListPage } from './content/tender-list-page';
import { tenderPage } from './content/tender-page';

const HTML = 'text/html; charset=utf-8';
const FRESH = 'no-cache';
const FIRMS = 30;
const ON_FRONT = 12;
const IN_FEED = 50;
const IN_MAP = 10_000;

function selectionOf(text: PageQuery['text']): StatisticsFilter {
  return {
    year: text('year', 4),
    region: text('region', 60),
    method: text('method', 60),
    category: text('category', 40),
  };
}

/** The public site as it is read without JavaScript, at the addresses of the app; feeds and site map beside it. */
@ApiExcludeController()
@Controller()
export class PagesController {
  private readonly template = readTemplate(webFolder());

  constructor(
    private readonly config: Config,
    private readonly clock: LegalClock,
    private readonly tenders: Tenders,
    private readonly search: SearchTenders,
    private readonly statistics: ReadStatistics,
    private readonly subscribe: Subscribe,
    private readonly publicTenders: PublicTenders,
    private readonly awards: Awards,
    private readonly clarifications: Clarifications,
    private readonly complaints: ReadComplaints,
    private readonly enterprises: Enterprises,
    private readonly register: ReadRegister,
    private readonly openData: ReadOpenData,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get('read/home')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async homeReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const date = legalDate(this.clock.now());
    const openings = await this.tenders.openingBetween(startOfDate(date), endOfDate(date));
    const newest = await this.tenders.page({ limit: ON_FRONT });
    return this.document(
      homePage(readPageQuery(raw).language, {
        date,
        openings: openings.map(TenderCardView.of),
        newest: newest.items.map(TenderCardView.of),
      }),
    );
  }

  @Get('read/tenders')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async tenderListReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const query = readPageQuery(raw);
    const page = await this.search.page(query.filter);
    const excerpts = await this.search.excerpts(query.asked.q ?? '', page.items);
    return this.document(
      tenderListPage(query.language, query.asked, query.cursor, {
        ...TenderPageView.of(page),
        excerpts,
        saved: this.subscribe.isOffered ? savedOf(query.asked) : null,
      }),
    );
  }

  @Get('read/tenders/:id')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async tenderReading(
    @Param('id') id: string,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const query = readPageQuery(raw);
    return this.orMissing(query, `/tenders/${id}`, response, async () => {
      const tender = await this.publicTenders.view(id);
      const ocid = `${this.config.settings.OCDS_PREFIX}-${tender.code}`;
      return tenderPage(query.language, tender, {
        candidates: await this.awards.candidates(id),
        awards: await this.awards.ofTender(id),
        questions: await this.clarifications.answered(id),
        recordUrl: `/api/ocds/records/${ocid}`,
      });
    });
  }

  @Get('read/enterprises')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async firmListReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const { language, text } = readPageQuery(raw);
    const q = text('q', 60) ?? '';
    const after = text('after', 20);
    const rows = await this.enterprises.page(q, after ?? null, FIRMS + 1);
    const shown = rows.slice(0, FIRMS);
    const now = this.clock.now();
    const next = rows.length > FIRMS ? (shown.at(-1)?.memberNumber ?? null) : null;
    const items = shown.map((row) => EnterpriseCardView.at(row, now));
    return this.document(firmListPage(language, { q, after }, items, next));
  }

  @Get('read/enterprises/:creditCode')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async firmReading(
    @Param('creditCode') creditCode: string,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const query = readPageQuery(raw);
    return this.orMissing(query, `/enterprises/${creditCode}`, response, async () => {
      const record = await this.register.publicRecord(creditCode);
      return firmPage(query.language, PublicEnterpriseView.of(record, this.clock.now()));
    });
  }

  @Get('statistics')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async statisticsReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const { language, text } = readPageQuery(raw);
    const by = GROUPINGS.find((one) => one === text('by', 20)) ?? 'year';
    const filter = selectionOf(text);
    const statistics = await this.statistics.figures(filter, by);
    const complaints = await this.complaints.figures();
    return this.document(statisticsPage(language, { filter, by }, statistics, complaints));
  }

  @Get('statistics/rows')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async statisticsRowsReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const { language, text } = readPageQuery(raw);
    const filter = selectionOf(text);
    return this.document(statisticsRowsPage(language, filter, await this.statistics.rows(filter)));
  }

  /** Any process there are releases of: ours, and those taken in from elsewhere. */
  @Get('processes/:ocid')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async processReading(
    @Param('ocid') ocid: string,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const query = readPageQuery(raw);
    return this.orMissing(query, `/processes/${ocid}`, response, async () => {
      const { compiledRelease, releases } = await this.openData.process(ocid);
      return processPage(query.language, compiledRelease, releases);
    });
  }

  /** Licence, publication policy, and where the data is. */
  @Get('open-data')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async openDataReading(@Query() raw: Record<string, unknown>): Promise<string> {
    const { PLATFORM_NAME, OCDS_PREFIX } = this.config.settings;
    return this.document(
      openDataPage(readPageQuery(raw).language, {
        publisher: PLATFORM_NAME,
        prefix: OCDS_PREFIX,
        licence: DATA_LICENCE,
        months: (await this.openData.months()).map(({ name }) => name),
      }),
    );
  }

  @Get('feeds/notices.atom')
  @Public()
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', FRESH)
  async atom(): Promise<string> {
    return atomFeed(this.site, await this.newest());
  }

  @Get('feeds/notices.rss')
  @Public()
  @Header('content-type', 'application/rss+xml; charset=utf-8')
  @Header('cache-control', FRESH)
  async rss(): Promise<string> {
    return rssFeed(this.site, await this.newest());
  }

  /** The newest ten thousand tenders; older ones are reached from the list. */
  @Get('sitemap.xml')
  @Public()
  @Header('content-type', 'application/xml; charset=utf-8')
  @Header('cache-control', FRESH)
  async map(): Promise<string> {
    const { items } = await this.tenders.page({ limit: IN_MAP });
    return siteMap(
      this.site.url,
      ['/', '/tenders', '/enterprises', '/pools', '/statistics', '/open-data'],
      items,
    );
  }

  @Get('robots.txt')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return `User-agent: *\nDisallow: /work\nDisallow: /api/\nAllow: /api/ocds/\nSitemap: ${this.site.url}/sitemap.xml\n`;
  }

  private get site(): Site {
    const { PLATFORM_NAME } = this.config.settings;
    return { url: this.config.publicUrl, publisher: PLATFORM_NAME, template: this.template };
  }

  private document(page: ReadingPage): string {
    return documentOf(this.site, page);
  }

  private async newest(): Promise<readonly FeedNotice[]> {
    const notices = await this.tenders.newestNotices(IN_FEED);
    return notices.map(({ id, tenderId, title, publishedAt }) => ({
      id,
      tenderId,
      title,
      publishedAt: formatInstant(publishedAt),
    }));
  }

  private async orMissing(
    { language }: PageQuery,
    path: string,
    response: unknown,
    make: () => Promise<ReadingPage>,
  ): Promise<string> {
    try {
      return this.document(await make());
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.endsWith('not_found')) throw error;
      this.adapter.httpAdapter.status(response, 404);
      return this.document(missingPage(language, path));
    }
  }
}
