import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { ProcedureModule } from '@server/procedure';
import { ProjectModule } from '@server/project';
import { CommissionController } from './commission.controller';
import { LocalPurchaseController, ProjectController } from './project.controller';
import { ProjectDraftController } from './project-draft.controller';

@Module({
  imports: [IdentityModule, ProcedureModule, ProjectModule],
  controllers: [
    CommissionController,
    LocalPurchaseController,
    ProjectController,
    ProjectDraftController,
  ],
})
export class ProjectApiModule {}
