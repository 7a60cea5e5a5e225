import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { ClarificationModule } from '@server/clarification';
import { ComplaintModule } from '@server/complaint';
import { EnterpriseModule } from '@server/enterprise';
import { OpenDataModule } from '@server/open-data';
import { SearchModule } from '@server/search';
import { StatisticsModule } from '@server/statistics';
import { SubscriptionModule } from '@server/subscription';
import { TenderModule } from '@server/tender';
import { ContractorPoolApiModule } from '../contractor-pool/contractor-pool-api.module';
import { PortalApiModule } from '../portal/portal-api.module';
import { SubscriptionsController } from './subscriptions.controller';
import { PagesController } from './pages.controller';
import { PoolPagesController } from './pool-pages.controller';

@Module({
  imports: [
    AwardModule,
    ClarificationModule,
    ComplaintModule,
    ContractorPoolApiModule,
    EnterpriseModule,
    OpenDataModule,
    PortalApiModule,
    SearchModule,
    StatisticsModule,
    SubscriptionModule,
    TenderModule,
  ],
  controllers: [PagesController, PoolPagesController, SubscriptionsController],
})
export class PagesApiModule {}
