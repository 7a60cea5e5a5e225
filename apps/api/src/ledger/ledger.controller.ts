import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { PackArchive, PublishBundle } from '@server/archive';
import { LedgerReads } from '@server/ledger';
import { DomainError } from '@server/platform';
import { Public } from '../http/access';
import { parseTilePath } from './tile-path';

/** The log as mirrors and monitors expect it: C2SP tlog-tiles, at the root of the site. */
@ApiExcludeController()
@Controller()
export class TileController {
  constructor(private readonly reads: LedgerReads) {}

  @Get('checkpoint')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async checkpoint(): Promise<string> {
    return found(await this.reads.checkpoint());
  }

  @Get('tile/*')
  @Public()
  @Header('cache-control', 'public, max-age=31536000, immutable')
  async tile(@Param('*') path: string): Promise<StreamableFile> {
    const asked = parseTilePath(path);
    if (!asked) throw new DomainError('request.not_found');
    const { level, index, width } = asked;
    const bytes =
      level === 'entries'
        ? await this.reads.entryTile(index, width)
        : await this.reads.tile(level, index, width);
    return new StreamableFile(found(bytes), { type: 'application/octet-stream' });
  }
}

/** Whom to trust, and what to verify. */
@ApiTags('ledger')
@Controller('public')
export class LedgerController {
  constructor(
    private readonly reads: LedgerReads,
    private readonly bundles: PublishBundle,
    private readonly archives: PackArchive,
  ) {}

  /** The tlog-policy file: log, witnesses, quorum. */
  @Get('policy')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  async logPolicy(): Promise<string> {
    return found(await this.reads.policyFile());
  }

  /** Everything a stranger needs to verify a tender offline; from its opening on. */
  @Get('tenders/:id/bundle')
  @Public()
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async tenderBundle(@Param('id') id: string): Promise<Record<string, unknown>> {
    return { ...(await this.bundles.run(id)) };
  }

  /** The same with notices, contracts and their papers as one signed ZIP, which the same verifier checks as a whole. */
  @Get('tenders/:id/archive')
  @Public()
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async tenderArchive(@Param('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.archives.run(id);
    return new StreamableFile(bytes, {
      type: 'application/zip',
      disposition: `attachment; filename="${name}"`,
    });
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new DomainError('request.not_found');
  return value;
}
