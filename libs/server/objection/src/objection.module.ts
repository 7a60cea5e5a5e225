import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { CalendarModule } from '@server/calendar';
import { EnterpriseModule } from '@server/enterprise';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { OBJECTION_ENTITIES } from './objection.entity';
import { ObjectToResult } from './object-to-result';
import { Objections } from './objections.store';

const FACE = [Objections, ObjectToResult];

/** Objections and their answers. */
@Module({
  imports: [
    AwardModule,
    CalendarModule,
    EnterpriseModule,
    LedgerModule,
    TenderModule,
    TypeOrmModule.forFeature(OBJECTION_ENTITIES),
  ],
  providers: FACE,
  exports: FACE,
})
export class ObjectionModule {}
