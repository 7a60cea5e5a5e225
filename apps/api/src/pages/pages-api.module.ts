import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { ClarificationModule } from '@server/clarification';
import { EnterpriseModule } from '@server/enterprise';
import { OpenDataModule } from '@server/open-data';
import { SearchModule } from '@server/search';
import { StatisticsModule } from '@server/statistics';
import { SubscriptionModule } from '@server/subscription';
import { TenderModule } from '@server/tender';
import { PortalApiModule } from '../portal/portal-api.module';
import { SubscriptionsController } from './subscriptions.controller';
import { PagesController } from './pages.controller';

@Module({
  imports: [
    AwardModule,
    ClarificationModule,
    EnterpriseModule,
    OpenDataModule,
    PortalApiModule,
    SearchModule,
    StatisticsModule,
    SubscriptionModule,
    TenderModule,
  ],
  controllers: [PagesController, SubscriptionsController],
})
export class PagesApiModule {}
