import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { AdmitExpert, ExpertTerms, ReadExperts } from '@server/expert';
import { LegalClock } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { AnswerExpertObjectionDto, RefuseExpertDto, ReturnExpertDto } from './expert.dto';
import { ExpertDeskView, ExpertDossierView } from './expert.view';

/** The desk of the pool: the centre's registrar keeps it, the authority watches it. */
@ApiTags('expert')
@Controller('expert-pool')
export class ExpertDeskController {
  constructor(
    private readonly read: ReadExperts,
    private readonly admit: AdmitExpert,
    private readonly terms: ExpertTerms,
    private readonly clock: LegalClock,
  ) {}

  /** What waits, and everybody in the pool. */
  @Get()
  @Needs('expert_pool.watch')
  @ApiOkResponse({ type: ExpertDeskView })
  async expertDesk(): Promise<ExpertDeskView> {
    return ExpertDeskView.of(await this.read.desk(), this.terms.at(this.clock.now()));
  }

  /** Everything about somebody, drafts left out. */
  @Get('experts/:id')
  @Needs('expert_pool.watch')
  @ApiOkResponse({ type: ExpertDossierView })
  async expertDossier(@Param('id') id: string): Promise<ExpertDossierView> {
    return ExpertDossierView.of(await this.read.dossier(id), this.terms.at(this.clock.now()));
  }

  /** A paper; an expert reads his own. */
  @Get('experts/:id/files/:fileId')
  @Needs('expert_pool.read')
  @ApiProduces('application/octet-stream')
  async expertFile(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.read.file(actor, id, fileId));
  }

  /** Returns an application with everything that is missing, once. */
  @Post('applications/:id/return')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async returnExpertApplication(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReturnExpertDto,
  ): Promise<void> {
    await this.admit.sendBack(actor, id, body.missing);
  }

  /** Publishes an admission; the appointment follows by itself. */
  @Post('applications/:id/publish')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async publishExpertAdmission(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.admit.publish(actor, id);
  }

  @Post('applications/:id/refuse')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async refuseExpertApplication(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: RefuseExpertDto,
  ): Promise<void> {
    await this.admit.refuse(actor, id, body.reason);
  }

  /** Answers an objection to an admission. */
  @Post('objections/:id/answer')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async answerExpertObjection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerExpertObjectionDto,
  ): Promise<void> {
    await this.admit.answer(actor, id, body.reply, body.upheld);
  }
}
