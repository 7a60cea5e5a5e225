import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@server/platform';
import { AwardApiModule } from './award/award-api.module';
import { BidApiModule } from './bid/bid-api.module';
import { BidSecurityApiModule } from './bid-security/bid-security-api.module';
import { ContractorPoolApiModule } from './contractor-pool/contractor-pool-api.module';
import { ContractApiModule } from './contract/contract-api.module';
import { DemoApiModule } from './demo/demo-api.module';
import { DrawApiModule } from './draw/draw-api.module';
import { EnterpriseApiModule } from './enterprise/enterprise-api.module';
import { EvaluationApiModule } from './evaluation/evaluation-api.module';
import { ExpertApiModule } from './expert/expert-api.module';
import { FrameworkApiModule } from './framework/framework-api.module';
import { HttpModule } from './http/http.module';
import { ProcedureApiModule } from './procedure/procedure-api.module';
import { CalendarApiModule } from './calendar/calendar-api.module';
import { ClarificationApiModule } from './clarification/clarification-api.module';
import { IdentityApiModule } from './identity/identity-api.module';
import { LedgerApiModule } from './ledger/ledger-api.module';
import { NotificationApiModule } from './notification/notification-api.module';
import { InvitationApiModule } from './invitation/invitation-api.module';
import { ComplaintApiModule } from './complaint/complaint-api.module';
import { ObjectionApiModule } from './objection/objection-api.module';
import { StatisticsApiModule } from './statistics/statistics-api.module';
import { OpenDataApiModule } from './open-data/open-data-api.module';
import { OpeningApiModule } from './opening/opening-api.module';
import { PagesApiModule } from './pages/pages-api.module';
import { PanelApiModule } from './panel/panel-api.module';
import { ClockController } from './platform/clock.controller';
import { FilesController } from './platform/files.controller';
import { HealthController } from './platform/health.controller';
import { PerformanceApiModule } from './performance/performance-api.module';
import { PortalApiModule } from './portal/portal-api.module';
import { ProjectApiModule } from './project/project-api.module';
import { SignUpApiModule } from './sign-up/sign-up-api.module';
import { TenderApiModule } from './tender/tender-api.module';

const CAPABILITIES = [
  CalendarApiModule,
  ProcedureApiModule,
  ClarificationApiModule,
  IdentityApiModule,
  EnterpriseApiModule,
  ProjectApiModule,
  TenderApiModule,
  SignUpApiModule,
  BidApiModule,
  NotificationApiModule,
  InvitationApiModule,
  ObjectionApiModule,
  ComplaintApiModule,
  OpeningApiModule,
  EvaluationApiModule,
  AwardApiModule,
  DrawApiModule,
  ExpertApiModule,
  PanelApiModule,
  ContractorPoolApiModule,
  FrameworkApiModule,
  ContractApiModule,
  BidSecurityApiModule,
  PerformanceApiModule,
  LedgerApiModule,
  PortalApiModule,
  OpenDataApiModule,
  StatisticsApiModule,
  PagesApiModule,
  DemoApiModule,
];

/** The whole product behind HTTP and sockets. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config), HttpModule, ...CAPABILITIES],
      controllers: [HealthController, ClockController, FilesController],
    };
  }
}
