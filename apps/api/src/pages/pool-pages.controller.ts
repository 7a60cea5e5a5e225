import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { Config, DomainError } from '@server/platform';
import { ReadPool } from '../contractor-pool/read-pool';
import { Public } from '../http/access';
import { webFolder } from '../http/web-files';
import { missingPage } from './content/other-pages';
import { poolListPage, poolPage } from './content/pool-pages';
import { readPageQuery } from './frame/page-query';
import { documentOf, readTemplate, type ReadingPage } from './frame/shell';

const HTML = 'text/html; charset=utf-8';
const FRESH = 'no-cache';

/** Contractor pools as they are read without JavaScript. */
@ApiExcludeController()
@Controller('read/pools')
export class PoolPagesController {
  private readonly template = readTemplate(webFolder());

  constructor(
    private readonly config: Config,
    private readonly read: ReadPool,
    private readonly adapter: HttpAdapterHost,
  ) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async poolListReading(@Query() raw: Record<string, unknown>): Promise<string> {
    return this.document(poolListPage(readPageQuery(raw).language, await this.read.all()));
  }

  @Get(':id')
  @Public()
  @Header('content-type', HTML)
  @Header('cache-control', FRESH)
  async poolReading(
    @Param('id') id: string,
    @Query() raw: Record<string, unknown>,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<string> {
    const { language, text } = readPageQuery(raw);
    const asked = text('year', 4);
    const year = asked !== undefined && /^\d{4}$/.test(asked) ? asked : null;
    try {
      const pool = await this.read.one(id);
      return this.document(poolPage(language, pool, await this.read.fairness(id, year)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'pool.not_found') throw error;
      this.adapter.httpAdapter.status(response, 404);
      return this.document(missingPage(language, `/pools/${id}`));
    }
  }

  private document(page: ReadingPage): string {
    const { PLATFORM_NAME: publisher } = this.config.settings;
    return documentOf({ url: this.config.publicUrl, publisher, template: this.template }, page);
  }
}
