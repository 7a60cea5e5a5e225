import { Module } from '@nestjs/common';
import { ProjectModule } from '@server/project';
import { ProjectController } from './project.controller';

@Module({ imports: [ProjectModule], controllers: [ProjectController] })
export class ProjectApiModule {}
