import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '@server/calendar';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { AdmitExpert } from './admission/admit-expert';
import { ExpertApplicationRow, ExpertObjectionRow } from './admission/application.entity';
import { ExpertApplications } from './admission/applications.store';
import { ApplyAsExpert } from './admission/apply-as-expert';
import { ExpertRow } from './expert.entity';
import { ExpertTerms } from './expert-terms';
import { Experts } from './experts';
import { ExpertPool } from './experts.store';
import { ExpertImportRow } from './import/import.entity';
import { ImportExperts } from './import/import-experts';
import { AssessExpert } from './record/assess-expert';
import { ExpertAssessmentRow } from './record/assessment.entity';
import { ExpertHistory } from './record/expert-history';
import { KeepExperts } from './record/keep-experts';
import { KeepOwnFacts } from './record/keep-own-facts';
import { ReadExperts } from './record/read-experts';
import { ExpertStepRow } from './record/step.entity';
import { SuperviseExperts } from './record/supervise-experts';

const ENTITIES = [
  ExpertRow,
  ExpertApplicationRow,
  ExpertAssessmentRow,
  ExpertImportRow,
  ExpertObjectionRow,
  ExpertStepRow,
];

const FACE = [
  AdmitExpert,
  ApplyAsExpert,
  AssessExpert,
  ExpertApplications,
  ExpertHistory,
  ExpertPool,
  Experts,
  ExpertTerms,
  ImportExperts,
  KeepExperts,
  KeepOwnFacts,
  ReadExperts,
  SuperviseExperts,
];

/** The pool of experts. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), CalendarModule, IdentityModule, LedgerModule],
  providers: FACE,
  exports: FACE,
})
export class ExpertModule {}
