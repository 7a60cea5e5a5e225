import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor, Role } from '@core/identity';
import { diffSubmissions } from '@core/project';
import { legalDate } from '@core/rules';
import { People } from '@server/identity';
import { Arrival, DomainError, FileStore, RuleSets } from '@server/platform';
import { FindProcedure } from '@server/procedure';
import {
  AdviseProject,
  AnswerProject,
  BuyLocally,
  contentOf,
  EndProject,
  HandInProject,
  Projects,
  RecordCollective,
  type Project,
} from '@server/project';
import { Acting, Needs, Public } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { DifferenceView } from '../http/views';
import {
  AnswerProjectDto,
  CollectiveDto,
  EndProjectDto,
  LocalPurchaseDto,
  NewProjectDto,
  ProjectDto,
  AskedFactsDto,
  ProjectFactsDto,
} from './project.dto';
import { LocalPurchaseView, ProjectAdviceView, ProjectView } from './project.view';

const PAPER_READERS: ReadonlySet<Role> = new Set(['tenderer', 'registrar', 'supervisor']);

/** Project registration. */
@ApiTags('project')
@Controller('projects')
export class ProjectController {
  constructor(
    private readonly projects: Projects,
    private readonly advice: AdviseProject,
    private readonly handIn: HandInProject,
    private readonly answers: AnswerProject,
    private readonly ends: EndProject,
    private readonly locally: BuyLocally,
    private readonly collective: RecordCollective,
    private readonly people: People,
    private readonly files: FileStore,
    private readonly procedures: FindProcedure,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  @Post('advice')
  @HttpCode(200)
  @Needs('project.edit')
  @ApiOkResponse({ type: ProjectAdviceView })
  async adviseProject(
    @Acting() actor: Actor,
    @Body() body: AskedFactsDto,
  ): Promise<ProjectAdviceView> {
    const wish = ProjectFactsDto.toWish(body);
    const advice = await this.advice.advise(actor, wish, body.projectId ?? null);
    return ProjectAdviceView.of(advice, this.ruleSets.current.notice);
  }

  @Post()
  @Needs('project.edit')
  @ApiCreatedResponse({ type: ProjectView })
  async submitProject(@Acting() actor: Actor, @Body() body: NewProjectDto): Promise<ProjectView> {
    return this.view(
      await this.handIn.submit(actor, ProjectDto.toDraft(body), body.draftId ?? null),
      actor,
    );
  }

  /** One's own projects; the registrar sees those that wait for an answer. */
  @Get()
  @Needs('project.read')
  @ApiOkResponse({ type: [ProjectView] })
  async listProjects(@Acting() actor: Actor): Promise<ProjectView[]> {
    const rows =
      actor.role === 'tenderer'
        ? await this.projects.runBy(actor.organisationId)
        : await this.projects.inState('submitted');
    return Promise.all(rows.map((row) => this.view(row, actor)));
  }

  @Get(':id')
  @Needs('project.read')
  @ApiOkResponse({ type: ProjectView })
  async getProject(@Acting() actor: Actor, @Param('id') id: string): Promise<ProjectView> {
    return this.view(await this.readable(actor, id), actor);
  }

  /** The receipt, or the letter that says what is missing. */
  @Get(':id/letter')
  @Needs('project.read')
  @ApiProduces('application/pdf')
  async downloadProjectLetter(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<RangedFile> {
    const { letterFileId } = await this.readable(actor, id);
    if (letterFileId === null) throw new DomainError('file.not_found');
    return new RangedFile(await this.files.get(letterFileId), 'inline');
  }

  /** Records how a village decided about the project, with the minutes. */
  @Put(':id/collective-decision')
  @HttpCode(204)
  @Needs('project.edit')
  async recordCollectiveDecision(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: CollectiveDto,
  ): Promise<void> {
    await this.collective.run(actor, id, { ...body });
  }

  /** The minutes of that decision. */
  @Get(':id/collective-decision')
  @Needs('project.read')
  @ApiProduces('application/octet-stream')
  async downloadMinutes(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    const { collective } = await this.papersOf(actor, id);
    if (!collective) throw new DomainError('file.not_found');
    return new RangedFile(await this.files.get(collective.fileId));
  }

  /** What proves that the project need not be tendered. */
  @Get(':id/exemption')
  @Needs('project.read')
  @ApiProduces('application/octet-stream')
  async downloadExemption(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    const { exemption } = await this.papersOf(actor, id);
    if (!exemption) throw new DomainError('file.not_found');
    return new RangedFile(await this.files.get(exemption.fileId));
  }

  /** A file that goes, or went, with the project. */
  @Get(':id/attachments/:fileId/file')
  @Needs('project.read')
  @ApiProduces('application/octet-stream')
  async downloadProjectFile(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<RangedFile> {
    const row = await this.papersOf(actor, id);
    const former = await this.projects.submissions(id);
    const files = [contentOf(row), ...former.map((one) => one.content)].flatMap(
      (content) => content.attachments,
    );
    if (!files.some((one) => one.fileId === fileId)) throw new DomainError('file.not_found');
    return new RangedFile(await this.files.get(fileId));
  }

  /** In what the project differs from what was handed in before; empty: it was handed in once. */
  @Get(':id/changes')
  @Needs('project.read')
  @ApiOkResponse({ type: [DifferenceView] })
  async projectChanges(@Acting() actor: Actor, @Param('id') id: string): Promise<DifferenceView[]> {
    const row = await this.readable(actor, id);
    const before = (await this.projects.submissions(id)).at(-2);
    return before ? diffSubmissions(before.content, contentOf(row)).map(DifferenceView.of) : [];
  }

  /** The written contract with the commissioned agency. */
  @Get(':id/commission/contract')
  @Needs('project.read')
  @ApiProduces('application/octet-stream')
  async downloadCommission(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    const { contractFileId } = await this.papersOf(actor, id);
    if (contractFileId === null) throw new DomainError('file.not_found');
    return new RangedFile(await this.files.get(contractFileId));
  }

  /** Hands a returned project in again, changed in whatever way. */
  @Post(':id/resubmit')
  @HttpCode(200)
  @Needs('project.edit')
  @ApiOkResponse({ type: ProjectView })
  async resubmitProject(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ProjectDto,
  ): Promise<ProjectView> {
    return this.view(await this.handIn.submitAgain(actor, id, ProjectDto.toDraft(body)), actor);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Needs('project.register')
  @ApiOkResponse({ type: ProjectView })
  async answerProject(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerProjectDto,
  ): Promise<ProjectView> {
    const answer = { missing: body.missing, lateReason: body.lateReason ?? '' };
    return this.view(await this.answers.answer(actor, id, answer), actor);
  }

  /** Gives the project up, with a reason. */
  @Post(':id/terminate')
  @HttpCode(204)
  @Needs('project.edit')
  async terminateProject(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: EndProjectDto,
  ): Promise<void> {
    await this.ends.terminate(actor, id, body.reason);
  }

  /** Answers the reminder: the project is still wanted. */
  @Post(':id/keep')
  @HttpCode(204)
  @Needs('project.edit')
  async keepProject(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.ends.keep(actor, id);
  }

  /** Publishes what was bought on the spot. */
  @Post(':id/local-purchase')
  @Needs('project.edit')
  @ApiCreatedResponse({ type: LocalPurchaseView })
  async publishLocalPurchase(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: LocalPurchaseDto,
  ): Promise<LocalPurchaseView> {
    const items = LocalPurchaseDto.toItems(body);
    return LocalPurchaseView.of(await this.locally.publish(actor, id, items, body.reason));
  }

  private async readable(actor: Actor, id: string): Promise<Project> {
    const row = await this.projects.get(id);
    const { tendererId, agencyId } = row;
    if (actor.role === 'tenderer' && ![tendererId, agencyId].includes(actor.organisationId)) {
      throw new DomainError('project.not_found');
    }
    return row;
  }

  /** Papers are for those who hand them in, check them and supervise; who runs halls and draws has no use for them. */
  private async papersOf(actor: Actor, id: string): Promise<Project> {
    if (!PAPER_READERS.has(actor.role)) throw new DomainError('file.not_found');
    return this.readable(actor, id);
  }

  private async view(row: Project, reader: Actor): Promise<ProjectView> {
    const at = this.arrival.at();
    const band = await this.procedures.bandOf(row.tendererId, row, at);
    const law = { set: this.ruleSets.of(row), on: legalDate(at), band };
    const tendererName = (await this.people.organisation(row.tendererId))?.name ?? '';
    const use = await this.ends.useOf(row.id);
    return ProjectView.of(row, use, law, { tendererName, reader });
  }
}

/** What was bought on the spot: open to everybody. */
@ApiTags('portal')
@Controller('public/local-purchases')
export class LocalPurchaseController {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: [LocalPurchaseView] })
  async listLocalPurchases(): Promise<LocalPurchaseView[]> {
    return (await this.projects.purchases(100)).map(LocalPurchaseView.of);
  }
}
