import { Module } from '@nestjs/common';
import { NotificationModule } from '@server/notification';
import { NotificationController } from './notification.controller';

/** Messages over HTTP. */
@Module({ imports: [NotificationModule], controllers: [NotificationController] })
export class NotificationApiModule {}
