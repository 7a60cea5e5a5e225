import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { KeepDraft, Projects, type Project, type TypedDraft } from '@server/project';
import { Acting, Needs } from '../http/access';
import { TypedProjectDto } from './project.dto';

class ReturnedView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: [String] }) missing!: string[];
}

class ProjectDraftView {
  @ApiProperty() id!: string;
  /** Of a project the registrar gave back: its code, and what he said is missing. Null: not handed in yet. */
  @ApiProperty({ type: ReturnedView, nullable: true }) returned!: ReturnedView | null;
  @ApiProperty({ type: TypedProjectDto }) typed!: TypedProjectDto;
  @ApiProperty() createdAt!: string;
  @ApiProperty() savedAt!: string;

  static of(
    this: void,
    { id, typed, createdAt, savedAt }: TypedDraft,
    project: Project | null = null,
  ): ProjectDraftView {
    return {
      id,
      returned: project && { code: project.code, missing: [...project.missing] },
      typed: typed as TypedProjectDto,
      createdAt: formatInstant(createdAt),
      savedAt: formatInstant(savedAt),
    };
  }
}

/** Projects as they are typed, before they are handed in: for the people of their tenderer. */
@ApiTags('project')
@Controller('project-drafts')
export class ProjectDraftController {
  constructor(
    private readonly drafts: KeepDraft,
    private readonly projects: Projects,
  ) {}

  @Get()
  @Needs('project.edit')
  @ApiOkResponse({ type: [ProjectDraftView] })
  async listProjectDrafts(@Acting() actor: Actor): Promise<ProjectDraftView[]> {
    return Promise.all((await this.drafts.list(actor)).map((one) => this.view(one)));
  }

  @Post()
  @Needs('project.edit')
  @ApiCreatedResponse({ type: ProjectDraftView })
  async beginProjectDraft(
    @Acting() actor: Actor,
    @Body() body: TypedProjectDto,
  ): Promise<ProjectDraftView> {
    return ProjectDraftView.of(await this.drafts.begin(actor, TypedProjectDto.toTyped(body)));
  }

  @Get(':id')
  @Needs('project.edit')
  @ApiOkResponse({ type: ProjectDraftView })
  async getProjectDraft(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ProjectDraftView> {
    return this.view(await this.drafts.get(actor, id));
  }

  @Put(':id')
  @HttpCode(204)
  @Needs('project.edit')
  async saveProjectDraft(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: TypedProjectDto,
  ): Promise<void> {
    await this.drafts.keep(actor, id, TypedProjectDto.toTyped(body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('project.edit')
  async discardProjectDraft(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.drafts.discard(actor, id);
  }

  /** Goes on typing a project that was given back. */
  @Post('of-returned/:projectId')
  @HttpCode(200)
  @Needs('project.edit')
  @ApiOkResponse({ type: ProjectDraftView })
  async resumeProject(
    @Acting() actor: Actor,
    @Param('projectId') projectId: string,
  ): Promise<ProjectDraftView> {
    return this.view(await this.drafts.resume(actor, projectId));
  }

  private async view(draft: TypedDraft): Promise<ProjectDraftView> {
    return ProjectDraftView.of(draft, await this.projects.find(draft.id));
  }
}
