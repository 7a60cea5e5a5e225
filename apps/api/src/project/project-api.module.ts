import { Module } from '@nestjs/common';
import { ProjectModule } from '@server/project';
import { LocalPurchaseController, ProjectController } from './project.controller';

@Module({ imports: [ProjectModule], controllers: [LocalPurchaseController, ProjectController] })
export class ProjectApiModule {}
