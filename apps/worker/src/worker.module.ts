import { Module, type DynamicModule } from '@nestjs/common';
import { ArchiveModule } from '@server/archive';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { ContractorPoolModule } from '@server/contractor-pool';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { CalendarModule } from '@server/calendar';
import { ClarificationModule } from '@server/clarification';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { NotificationModule } from '@server/notification';
import { InvitationModule } from '@server/invitation';
import { ObjectionModule } from '@server/objection';
import { OpenDataModule } from '@server/open-data';
import { OpeningModule } from '@server/opening';
import { PanelModule } from '@server/panel';
import { PerformanceModule } from '@server/performance';
import { ComplaintModule } from '@server/complaint';
import { ContractModule } from '@server/contract';
import { PlatformModule, type Config } from '@server/platform';
import { ProjectModule } from '@server/project';
import { SearchModule } from '@server/search';
import { SignUpModule } from '@server/sign-up';
import { StatisticsModule } from '@server/statistics';
import { SubscriptionModule } from '@server/subscription';
import { TenderModule } from '@server/tender';

const CAPABILITIES = [
  CalendarModule,
  ClarificationModule,
  IdentityModule,
  LedgerModule,
  EnterpriseModule,
  ProjectModule,
  TenderModule,
  SignUpModule,
  SearchModule,
  OpenDataModule,
  StatisticsModule,
  SubscriptionModule,
  BidModule,
  NotificationModule,
  InvitationModule,
  ObjectionModule,
  OpeningModule,
  EvaluationModule,
  AwardModule,
  DrawModule,
  ExpertModule,
  PanelModule,
  ContractorPoolModule,
  ComplaintModule,
  ContractModule,
  PerformanceModule,
  ArchiveModule,
];

/** The same server libs as the api, without HTTP. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.with(config), ...CAPABILITIES],
    };
  }
}
