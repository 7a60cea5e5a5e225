import { Module } from '@nestjs/common';
import { CalendarModule } from '@server/calendar';
import { FrameworkModule } from '@server/framework';
import { TenderModule } from '@server/tender';
import { FrameworkController } from './framework.controller';
import { OrderController } from './order.controller';
import { QuoteController } from './quote.controller';
import { ReadFramework } from './read-framework';

/** Framework agreements over HTTP. */
@Module({
  imports: [CalendarModule, FrameworkModule, TenderModule],
  controllers: [FrameworkController, OrderController, QuoteController],
  providers: [ReadFramework],
})
export class FrameworkApiModule {}
