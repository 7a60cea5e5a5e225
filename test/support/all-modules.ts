import type { DynamicModule, Type } from '@nestjs/common';
import { ArchiveModule } from '@server/archive';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { BidSecurityModule } from '@server/bid-security';
import { ComplaintModule } from '@server/complaint';
import { CoefficientModule } from '@server/coefficient';
import { ContractorPoolModule } from '@server/contractor-pool';
import { DataSpecModule } from '@server/data-spec';
import { DocumentModule } from '@server/document';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { FrameworkModule } from '@server/framework';
import { CalendarModule } from '@server/calendar';
import { ClarificationModule } from '@server/clarification';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { NotificationModule } from '@server/notification';
import { InvitationModule } from '@server/invitation';
import { ObjectionModule } from '@server/objection';
import { OpenDataModule } from '@server/open-data';
import { OpeningModule } from '@server/opening';
import { PerformanceModule } from '@server/performance';
import { ContractModule } from '@server/contract';
import { PanelModule } from '@server/panel';
import { PrintModule } from '@server/print';
import { ProcedureModule } from '@server/procedure';
import { ProjectModule } from '@server/project';
import { SearchModule } from '@server/search';
import { SignUpModule } from '@server/sign-up';
import { StatisticsModule } from '@server/statistics';
import { SubscriptionModule } from '@server/subscription';
import { TenderModule } from '@server/tender';
import { VoiceModule } from '@server/voice';

/** Every server lib: what the api boots, without HTTP. */
export const ALL_MODULES: readonly (Type | DynamicModule)[] = [
  CalendarModule,
  ClarificationModule,
  IdentityModule,
  LedgerModule,
  EnterpriseModule,
  FrameworkModule,
  ProcedureModule,
  ProjectModule,
  TenderModule,
  SignUpModule,
  BidModule,
  NotificationModule,
  InvitationModule,
  ObjectionModule,
  ComplaintModule,
  OpeningModule,
  CoefficientModule,
  PrintModule,
  EvaluationModule,
  AwardModule,
  DrawModule,
  ExpertModule,
  PanelModule,
  ContractorPoolModule,
  ContractModule,
  BidSecurityModule,
  PerformanceModule,
  DocumentModule,
  ArchiveModule,
  OpenDataModule,
  DataSpecModule,
  SearchModule,
  StatisticsModule,
  SubscriptionModule,
  VoiceModule,
];
