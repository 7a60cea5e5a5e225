import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { fen } from '@core/kernel';
import { DomainError } from '@server/platform';
import { Projects, RegisterProject } from '@server/project';
import { Acting, Needs } from '../http/access';
import { ProjectAnswerDto, ProjectDto, ProjectFactsDto, ResubmitProjectDto } from './project.dto';
import { ProjectAdviceView, ProjectView } from './project.view';

/** Project registration. */
@ApiTags('project')
@Controller('projects')
export class ProjectController {
  constructor(
    private readonly projects: Projects,
    private readonly register: RegisterProject,
  ) {}

  @Post('advice')
  @HttpCode(200)
  @Needs('project.edit')
  @ApiOkResponse({ type: ProjectAdviceView })
  async adviseProject(
    @Acting() actor: Actor,
    @Body() body: ProjectFactsDto,
  ): Promise<ProjectAdviceView> {
    const { estimateFen, totalInvestmentFen, ...facts } = body;
    const advice = await this.register.advise(actor, {
      ...facts,
      estimate: fen(Number(estimateFen)),
      totalInvestment: fen(Number(totalInvestmentFen)),
    });
    return ProjectAdviceView.of(advice);
  }

  @Post()
  @Needs('project.edit')
  @ApiCreatedResponse({ type: ProjectView })
  async submitProject(@Acting() actor: Actor, @Body() body: ProjectDto): Promise<ProjectView> {
    return ProjectView.of(await this.register.submit(actor, ProjectDto.toDraft(body)));
  }

  /** One's own projects; the registrar sees those that wait for an answer. */
  @Get()
  @Needs('project.read')
  @ApiOkResponse({ type: [ProjectView] })
  async listProjects(@Acting() actor: Actor): Promise<ProjectView[]> {
    const rows =
      actor.role === 'tenderer'
        ? await this.projects.ofTenderer(actor.organisationId)
        : await this.projects.inState('submitted');
    return rows.map(ProjectView.of);
  }

  @Get(':id')
  @Needs('project.read')
  @ApiOkResponse({ type: ProjectView })
  async getProject(@Acting() actor: Actor, @Param('id') id: string): Promise<ProjectView> {
    const row = await this.projects.get(id);
    if (actor.role === 'tenderer' && row.tendererId !== actor.organisationId) {
      throw new DomainError('project.not_found');
    }
    return ProjectView.of(row);
  }

  @Post(':id/resubmit')
  @HttpCode(204)
  @Needs('project.edit')
  async resubmitProject(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ResubmitProjectDto,
  ): Promise<void> {
    await this.register.resubmit(actor, id, body.approvalNumber);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Needs('project.register')
  @ApiOkResponse({ type: ProjectView })
  async answerProject(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ProjectAnswerDto,
  ): Promise<ProjectView> {
    return ProjectView.of(await this.register.answer(actor, id, body.missing));
  }
}
