import { Module } from '@nestjs/common';
import { CalendarModule } from '@server/calendar';
import { CalendarController } from './calendar.controller';

/** The official calendar over HTTP. */
@Module({ imports: [CalendarModule], controllers: [CalendarController] })
export class CalendarApiModule {}
