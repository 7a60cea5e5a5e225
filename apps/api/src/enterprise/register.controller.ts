import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { REQUIRED_COLUMNS, SHEET_COLUMNS } from '@core/enterprise';
import type { Actor } from '@core/identity';
import {
  ImportEnterprises,
  KeepCredit,
  KeepInquiries,
  ReadRegister,
  ReviewEnterprise,
  SuperviseEnterprise,
} from '@server/enterprise';
import { LegalClock, sheetTemplate } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { QueryNumber } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { RangedFile } from '../http/ranged-file';
import { SHEET_MEDIA, TemplateQueryDto } from '../http/sheets';
import { DifferenceView, MadeView } from '../http/views';
import {
  AnswerDto,
  CommitImportDto,
  DecisionDto,
  ImportDto,
  InquiryDto,
  ViolationDto,
  WithdrawCreditDto,
} from './enterprise.dto';
import { DossierView, ImportReportView, ImportedFirmView } from './register.view';

class DifferenceQueryDto {
  @QueryNumber({ min: 1, max: 100_000 }) to!: number;
  /** Left out: the version before. */
  @QueryNumber({ min: 0, max: 100_000, optional: true }) from?: number;
}

/** The register's work: the registrar's answers, inquiries and imports, and what a supervising authority decides. */
@ApiTags('enterprise')
@Controller()
export class RegisterController {
  constructor(
    private readonly read: ReadRegister,
    private readonly review: ReviewEnterprise,
    private readonly supervise: SuperviseEnterprise,
    private readonly inquiries: KeepInquiries,
    private readonly credit: KeepCredit,
    private readonly imports: ImportEnterprises,
    private readonly clock: LegalClock,
  ) {}

  @Get('enterprises/import/template')
  @Needs('enterprise.import')
  @ApiProduces('application/octet-stream')
  async importTemplateFile(@Query() { format }: TemplateQueryDto): Promise<StreamableFile> {
    return new StreamableFile(await sheetTemplate(SHEET_COLUMNS, REQUIRED_COLUMNS, format), {
      type: SHEET_MEDIA[format],
      disposition: `attachment; filename="enterprises.${format}"`,
    });
  }

  /** Reads a sheet and says what would happen. Nothing is changed. */
  @Post('enterprises/import/dry-run')
  @HttpCode(200)
  @Needs('enterprise.import')
  @NoReplay()
  @ApiOkResponse({ type: ImportReportView })
  async dryRunImport(@Acting() actor: Actor, @Body() body: ImportDto): Promise<ImportReportView> {
    return ImportReportView.of(await this.imports.dryRun(actor, body.fileId));
  }

  /** Takes over every row without a fault; the answer holds the invitations, this once. */
  @Post('enterprises/import/commit')
  @HttpCode(200)
  @Needs('enterprise.import')
  @NoReplay()
  @ApiOkResponse({ type: [ImportedFirmView] })
  async commitImport(
    @Acting() actor: Actor,
    @Body() body: CommitImportDto,
  ): Promise<ImportedFirmView[]> {
    const made = await this.imports.commit(actor, body.fileId, body.sha256);
    return made.map(ImportedFirmView.of);
  }

  /** Everything about a firm; a bidder reads its own. */
  @Get('enterprises/:id/dossier')
  @Needs('enterprise.read')
  @ApiOkResponse({ type: DossierView })
  async enterpriseDossier(@Acting() actor: Actor, @Param('id') id: string): Promise<DossierView> {
    return DossierView.at(await this.read.dossier(actor, id), this.clock.now());
  }

  @Get('enterprises/:id/difference')
  @Needs('enterprise.read')
  @ApiOkResponse({ type: [DifferenceView] })
  async enterpriseDifference(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { from, to }: DifferenceQueryDto,
  ): Promise<DifferenceView[]> {
    return (await this.read.difference(actor, id, to, from)).map(DifferenceView.of);
  }

  @Get('enterprises/:id/files/:fileId')
  @Needs('enterprise.read')
  @ApiProduces('application/octet-stream')
  async enterpriseFile(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.read.file(actor, id, fileId));
  }

  @Get('enterprises/:id/letters/:letterId/file')
  @Needs('enterprise.read')
  @ApiProduces('application/pdf')
  async deficiencyLetter(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('letterId') letterId: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.read.letterFile(actor, id, letterId), 'inline');
  }

  @Post('enterprises/:id/answer')
  @HttpCode(204)
  @Needs('enterprise.verify')
  async answerEnterprise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerDto,
  ): Promise<void> {
    await this.review.answer(actor, id, AnswerDto.toAnswer(body));
  }

  /** Suspends, removes or reinstates: a supervising authority only. */
  @Post('enterprises/:id/decisions')
  @Needs('enterprise.suspend')
  @ApiCreatedResponse({ type: MadeView })
  async decideEnterprise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DecisionDto,
  ): Promise<MadeView> {
    return { id: await this.supervise.decide(actor, id, DecisionDto.toDecision(body)) };
  }

  @Post('enterprises/:id/inquiries')
  @Needs('enterprise.inquire')
  @ApiCreatedResponse({ type: MadeView })
  async recordInquiry(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: InquiryDto,
  ): Promise<MadeView> {
    return { id: await this.inquiries.record(actor, id, InquiryDto.toFacts(body)) };
  }

  @Post('enterprise-inquiries/:id/confirm')
  @HttpCode(204)
  @Needs('enterprise.verify')
  async confirmInquiry(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.inquiries.confirm(actor, id);
  }

  @Post('enterprises/:id/violations')
  @Needs('credit.record')
  @ApiCreatedResponse({ type: MadeView })
  async recordViolation(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ViolationDto,
  ): Promise<MadeView> {
    return { id: await this.credit.recordViolation(actor, id, ViolationDto.toFacts(body)) };
  }

  @Post('enterprise-credit/:id/withdraw')
  @HttpCode(204)
  @Needs('credit.record')
  async withdrawCredit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: WithdrawCreditDto,
  ): Promise<void> {
    await this.credit.withdraw(actor, id, body.reason);
  }
}
