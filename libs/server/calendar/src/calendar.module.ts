import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '@server/ledger';
import { CALENDAR_ENTITIES } from './calendar.entity';
import { Calendars } from './calendars';

/** Holidays and worked weekends. */
@Module({
  imports: [LedgerModule, TypeOrmModule.forFeature(CALENDAR_ENTITIES)],
  providers: [Calendars],
  exports: [Calendars],
})
export class CalendarModule {}
