import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { CalendarModule } from '@server/calendar';
import { ContractModule } from '@server/contract';
import { FrameworkModule } from '@server/framework';
import { ClarificationModule } from '@server/clarification';
import { EnterpriseModule } from '@server/enterprise';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { OBJECTION_ENTITIES } from './objection.entity';
import { ObjectToDocuments } from './object-to-documents';
import { ObjectToResult } from './object-to-result';
import { ObjectionLog } from './objection-log';
import { Objections } from './objections.store';
import { OrderRemedy } from './order-remedy';
import { RemedyObjection } from './remedy-objection';
import { SettleObjections } from './settle-objections';

const FACE = [
  Objections,
  ObjectToDocuments,
  ObjectToResult,
  OrderRemedy,
  RemedyObjection,
  SettleObjections,
];

/** Objections and their answers. */
@Module({
  imports: [
    AwardModule,
    CalendarModule,
    ClarificationModule,
    ContractModule,
    FrameworkModule,
    EnterpriseModule,
    LedgerModule,
    TenderModule,
    TypeOrmModule.forFeature(OBJECTION_ENTITIES),
  ],
  providers: [...FACE, ObjectionLog],
  exports: FACE,
})
export class ObjectionModule {}
