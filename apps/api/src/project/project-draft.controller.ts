import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { KeepDraft, type TypedDraft } from '@server/project';
import { Acting, Needs } from '../http/access';
import { TypedProjectDto } from './project.dto';

class ProjectDraftView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: TypedProjectDto }) typed!: TypedProjectDto;
  @ApiProperty() createdAt!: string;
  @ApiProperty() savedAt!: string;

  static of(this: void, { id, typed, createdAt, savedAt }: TypedDraft): ProjectDraftView {
    return {
      id,
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
  constructor(private readonly drafts: KeepDraft) {}

  @Get()
  @Needs('project.edit')
  @ApiOkResponse({ type: [ProjectDraftView] })
  async listProjectDrafts(@Acting() actor: Actor): Promise<ProjectDraftView[]> {
    return (await this.drafts.list(actor)).map(ProjectDraftView.of);
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
    return ProjectDraftView.of(await this.drafts.get(actor, id));
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
}
