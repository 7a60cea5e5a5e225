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
import { ExpertHistory } from './record/expert-history';
import { ReadExperts } from './record/read-experts';
import { ExpertStepRow } from './record/step.entity';

const ENTITIES = [ExpertRow, ExpertApplicationRow, ExpertObjectionRow, ExpertStepRow];

const FACE = [
  AdmitExpert,
  ApplyAsExpert,
  ExpertApplications,
  ExpertHistory,
  ExpertPool,
  Experts,
  ExpertTerms,
  ReadExperts,
];

/** The pool of experts. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), CalendarModule, IdentityModule, LedgerModule],
  providers: FACE,
  exports: FACE,
})
export class ExpertModule {}
