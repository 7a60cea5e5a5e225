import { Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import {
  CSV_TABLES,
  DRAW_EXTENSION,
  DRAW_EXTENSION_CODELISTS,
  DRAW_EXTENSION_SCHEMA,
  type CsvTable,
} from '@core/ocds';
import { monthOf, OpenReleases, ReadOpenData, type Month } from '@server/open-data';
import { Config, DomainError } from '@server/platform';
import { Public } from '../http/access';
import { QueryNumber } from '../http/fields';
import { BulkMonthView, ChangePageView, ChangeView } from './open-data.view';

const MOST = 100;
const PACKAGE = { schema: { type: 'object', additionalProperties: true } } as const;

class CursorQueryDto {
  /** The place after which the page begins; 0: at the beginning. */
  @QueryNumber({ min: 0, max: 2_147_483_647, optional: true }) after?: number;
  @QueryNumber({ min: 1, max: MOST, optional: true }) limit?: number;
}

class ChangeQueryDto {
  @QueryNumber({ min: 0, max: 2_147_483_647, optional: true }) after?: number;
  @QueryNumber({ min: 1, max: 1_000, optional: true }) limit?: number;
}

interface BulkFile {
  readonly month: Month;
  readonly kind: 'releases.jsonl' | 'records.jsonl' | CsvTable;
}

/** Reads `2026-03-releases.jsonl`, `2026-03-bids.csv`. */
function bulkFile(name: string): BulkFile | null {
  const match = /^(\d{4}-\d{2})-(releases\.jsonl|records\.jsonl|([a-z]+)\.csv)$/.exec(name);
  const month = monthOf(match?.[1] ?? '');
  if (!match || !month) return null;
  const [, , kind = '', table] = match;
  if (table === undefined) return { month, kind: kind as 'releases.jsonl' | 'records.jsonl' };
  return table in CSV_TABLES ? { month, kind: table as CsvTable } : null;
}

/** Open data after the Open Contracting Data Standard 1.1: no key, no sign-in, any origin. */
@ApiTags('open-data')
@Controller('ocds')
export class OpenDataController {
  constructor(
    private readonly read: ReadOpenData,
    private readonly releases: OpenReleases,
    private readonly config: Config,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Release packages, in the order in which releases were published; `links.next` continues. */
  @Get('releases')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(PACKAGE)
  async releasePackages(
    @Query() { after = 0, limit = MOST }: CursorQueryDto,
  ): Promise<Record<string, unknown>> {
    return { ...(await this.read.releasePage({ after, limit })) };
  }

  /** One release, in a package of its own. */
  @Get('releases/:ocid/:id')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(PACKAGE)
  async oneRelease(
    @Param('ocid') ocid: string,
    @Param('id') id: string,
  ): Promise<Record<string, unknown>> {
    return { ...(await this.read.release(ocid, id)) };
  }

  /** Record packages: each process with all its releases and what they come to. */
  @Get('records')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(PACKAGE)
  async recordPackages(
    @Query() { after = 0, limit = 20 }: CursorQueryDto,
  ): Promise<Record<string, unknown>> {
    return { ...(await this.read.recordPage({ after, limit })) };
  }

  /** The record of one process. */
  @Get('records/:ocid')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(PACKAGE)
  async oneRecord(@Param('ocid') ocid: string): Promise<Record<string, unknown>> {
    return { ...(await this.read.record(ocid)) };
  }

  /** What was published after a place: whoever asks again with `last` misses nothing, whatever is written meanwhile. */
  @Get('changes')
  @Public()
  @Header('access-control-allow-origin', '*')
  @Header('cache-control', 'no-cache')
  @ApiOkResponse({ type: ChangePageView })
  async changes(@Query() { after = 0, limit = MOST }: ChangeQueryDto): Promise<ChangePageView> {
    const rows = await this.releases.changesAfter(after, limit);
    return { changes: rows.map(ChangeView.of), last: rows.at(-1)?.seq ?? after };
  }

  /** The files there are, by month, the newest first. */
  @Get('bulk')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse({ type: [BulkMonthView] })
  async bulkFiles(): Promise<BulkMonthView[]> {
    const kinds = [
      'releases.jsonl',
      'records.jsonl',
      ...Object.keys(CSV_TABLES).map((table) => `${table}.csv`),
    ];
    return (await this.read.months()).map(({ name }) => ({
      month: name,
      files: kinds.map((kind) => `${this.config.publicUrl}/api/ocds/bulk/${name}-${kind}`),
    }));
  }

  /** A month as one file: JSON Lines of releases (by their date) or records, or a table of CSV. */
  @Get('bulk/:file')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('application/jsonl', 'text/csv')
  async bulk(
    @Param('file') name: string,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<StreamableFile> {
    const file = bulkFile(name);
    const changed = file ? await this.read.lastModified(file.month) : null;
    if (!file || changed === null) throw new DomainError('request.not_found');
    const { httpAdapter } = this.adapter;
    httpAdapter.setHeader(response, 'last-modified', new Date(changed).toUTCString());
    const isCsv = file.kind in CSV_TABLES;
    return new StreamableFile(Readable.from(this.lines(file)), {
      type: isCsv ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }

  /** Our own extension of the standard: draws by lot. */
  @Get('extensions/draws/:file')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('application/json')
  drawExtension(@Param('file') file: string): StreamableFile {
    const json: Readonly<Record<string, unknown>> = {
      'extension.json': DRAW_EXTENSION,
      'release-schema.json': DRAW_EXTENSION_SCHEMA,
    };
    if (!json[file]) throw new DomainError('request.not_found');
    const text = JSON.stringify(json[file], null, 2);
    return new StreamableFile(Buffer.from(text), { type: 'application/json' });
  }

  /** The codelists of the same, where extensions keep them. */
  @Get('extensions/draws/codelists/:file')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('text/csv')
  drawCodelist(@Param('file') file: string): StreamableFile {
    const text = DRAW_EXTENSION_CODELISTS[file];
    if (text === undefined) throw new DomainError('request.not_found');
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8' });
  }

  private lines({ month, kind }: BulkFile): AsyncGenerator<string> {
    if (kind === 'releases.jsonl') return this.read.releaseLines(month);
    if (kind === 'records.jsonl') return this.read.recordLines(month);
    return this.read.csv(month, kind);
  }
}
