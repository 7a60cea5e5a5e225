import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NotificationModule } from '@server/notification';
import { SearchModule } from '@server/search';
import { Subscribe } from './subscribe';
import { SUBSCRIPTION_ENTITIES } from './subscription.entity';
import { Subscriptions } from './subscriptions.store';

/** New notices by mail for people without an account. */
@Module({
  imports: [TypeOrmModule.forFeature(SUBSCRIPTION_ENTITIES), NotificationModule, SearchModule],
  providers: [Subscribe, Subscriptions],
  exports: [Subscribe],
})
export class SubscriptionModule {}
