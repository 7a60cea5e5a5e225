import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor, OrganisationKind } from '@core/identity';
import { People } from '@server/identity';
import { Arrival, FileStore } from '@server/platform';
import { KeepProcedures, ProcedureTables } from '@server/procedure';
import { Acting, Needs, Public } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { EndProcedureDto, ProcedureTableDto } from './procedure.dto';
import { ProcedurePlaceView, ProcedureTableView } from './procedure.view';

/** Organisations that issue documents or buy. */
const PLACES: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'county',
  'township',
  'village',
  'tenderer',
]);

/** What places' own documents allow below the thresholds. */
@ApiTags('procedure')
@Controller()
export class ProcedureController {
  constructor(
    private readonly tables: ProcedureTables,
    private readonly keep: KeepProcedures,
    private readonly people: People,
    private readonly files: FileStore,
    private readonly arrival: Arrival,
  ) {}

  @Get('public/procedures')
  @Public()
  @ApiOkResponse({ type: [ProcedureTableView] })
  async listProcedures(): Promise<ProcedureTableView[]> {
    const now = this.arrival.at();
    return (await this.tables.all()).map((row) => ProcedureTableView.of(row, now));
  }

  /** The document a table was taken down from. */
  @Get('public/procedures/:id/document')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async procedureDocument(@Param('id') id: string): Promise<RangedFile> {
    return new RangedFile(await this.files.get((await this.tables.get(id)).fileId));
  }

  @Get('procedures/places')
  @Needs('procedure.keep')
  @ApiOkResponse({ type: [ProcedurePlaceView] })
  async listProcedurePlaces(): Promise<ProcedurePlaceView[]> {
    const all = await this.people.organisations();
    return all.filter(({ kind }) => PLACES.has(kind)).map(({ id, name }) => ({ id, name }));
  }

  @Post('procedures')
  @Needs('procedure.keep')
  @ApiCreatedResponse({ type: ProcedureTableView })
  async keepProcedure(
    @Acting() actor: Actor,
    @Body() body: ProcedureTableDto,
  ): Promise<ProcedureTableView> {
    const { organisationId, fileId } = body;
    const table = ProcedureTableDto.toTable(body);
    const row = await this.keep.keep(actor, organisationId, table, fileId);
    return ProcedureTableView.of(row, this.arrival.at());
  }

  @Post('procedures/:id/end')
  @HttpCode(204)
  @Needs('procedure.keep')
  async endProcedure(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: EndProcedureDto,
  ): Promise<void> {
    await this.keep.end(actor, id, reason);
  }
}
