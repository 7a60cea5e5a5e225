import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '@server/calendar';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { PrintModule } from '@server/print';
import { ProcedureModule } from '@server/procedure';
import { AdviseProject } from './advise-project';
import { AnswerProject } from './answer-project';
import { BuyLocally } from './buy-locally';
import { CommissionAgency } from './commission-agency';
import { EndProject } from './end-project';
import { HandInProject } from './hand-in-project';
import { KeepDraft } from './keep-draft';
import { PrintAnswers } from './print-answers';
import { PROJECT_ENTITIES } from './project.entity';
import { ProjectDrafts } from './project-drafts.store';
import { Projects } from './projects.store';
import { RecordCollective } from './record-collective';

const FACE = [
  AdviseProject,
  AnswerProject,
  BuyLocally,
  CommissionAgency,
  EndProject,
  HandInProject,
  KeepDraft,
  Projects,
  RecordCollective,
];

/** Projects on their way to a tender. */
@Module({
  imports: [
    CalendarModule,
    IdentityModule,
    LedgerModule,
    PrintModule,
    ProcedureModule,
    TypeOrmModule.forFeature(PROJECT_ENTITIES),
  ],
  providers: [...FACE, PrintAnswers, ProjectDrafts],
  exports: FACE,
})
export class ProjectModule {}
