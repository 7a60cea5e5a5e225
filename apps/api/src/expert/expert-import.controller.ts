import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { EXPERT_COLUMNS, EXPERT_ROW_FAULTS, REQUIRED_EXPERT_COLUMNS } from '@core/panel';
import { ImportExperts, type ExpertImportReport } from '@server/expert';
import { sheetTemplate } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { Hex, Id } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { SHEET_MEDIA, TemplateQueryDto } from '../http/sheets';

class ImportExpertsDto {
  @Id() fileId!: string;
}

class CommitExpertsDto extends ImportExpertsDto {
  /** The digest the report was made for. */
  @Hex(32) sha256!: string;
}

const COLUMN_KEYS = EXPERT_COLUMNS.map((one) => one.key);

class ExpertRowFaultView {
  @ApiProperty() line!: number;
  @ApiProperty({ enum: COLUMN_KEYS }) column!: string;
  @ApiProperty({ enum: EXPERT_ROW_FAULTS }) code!: string;
}

class ExpertImportRowView {
  @ApiProperty() line!: number;
  @ApiProperty() name!: string;
  @ApiProperty() employer!: string;
}

/** A sheet of experts, read row by row; nothing has been changed yet. */
class ExpertImportReportView {
  @ApiProperty() sha256!: string;
  @ApiProperty({ type: [ExpertImportRowView] }) rows!: ExpertImportRowView[];
  @ApiProperty({ type: [ExpertRowFaultView] }) faults!: ExpertRowFaultView[];

  static of(this: void, { sha256, rows, faults }: ExpertImportReport): ExpertImportReportView {
    return {
      sha256,
      rows: rows.map(({ line, content: { content } }) => ({
        line,
        name: content.name,
        employer: content.employer,
      })),
      faults: faults.map((one) => ({ ...one })),
    };
  }
}

class ImportedExpertView extends ExpertImportRowView {
  /** Shown this once. */
  @ApiProperty() code!: string;
}

/** Taking experts over from a sheet, in two steps. */
@ApiTags('expert')
@Controller('expert-pool/import')
export class ExpertImportController {
  constructor(private readonly imports: ImportExperts) {}

  @Get('template')
  @Needs('expert_pool.keep')
  @ApiProduces('application/octet-stream')
  async expertTemplateFile(@Query() { format }: TemplateQueryDto): Promise<StreamableFile> {
    const bytes = await sheetTemplate(EXPERT_COLUMNS, REQUIRED_EXPERT_COLUMNS, format);
    return new StreamableFile(bytes, {
      type: SHEET_MEDIA[format],
      disposition: `attachment; filename="experts.${format}"`,
    });
  }

  /** Reads a sheet and says what would happen. Nothing is changed. */
  @Post('dry-run')
  @HttpCode(200)
  @Needs('expert_pool.keep')
  @NoReplay()
  @ApiOkResponse({ type: ExpertImportReportView })
  async dryRunExperts(
    @Acting() actor: Actor,
    @Body() body: ImportExpertsDto,
  ): Promise<ExpertImportReportView> {
    return ExpertImportReportView.of(await this.imports.dryRun(actor, body.fileId));
  }

  /** Takes over every row without a fault; the answer holds the invitations, this once. */
  @Post('commit')
  @HttpCode(200)
  @Needs('expert_pool.keep')
  @NoReplay()
  @ApiOkResponse({ type: [ImportedExpertView] })
  async commitExperts(
    @Acting() actor: Actor,
    @Body() body: CommitExpertsDto,
  ): Promise<ImportedExpertView[]> {
    const made = await this.imports.commit(actor, body.fileId, body.sha256);
    return made.map((one) => ({ ...one }));
  }
}
