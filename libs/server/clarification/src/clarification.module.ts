import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '@server/calendar';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { CLARIFICATION_ENTITIES } from './clarification.entity';
import { Clarifications } from './clarifications.store';
import { ClarifyTender } from './clarify-tender';

const FACE = [Clarifications, ClarifyTender];

/** Questions, answers and clarifications. */
@Module({
  imports: [
    CalendarModule,
    EnterpriseModule,
    IdentityModule,
    LedgerModule,
    TenderModule,
    TypeOrmModule.forFeature(CLARIFICATION_ENTITIES),
  ],
  providers: FACE,
  exports: FACE,
})
export class ClarificationModule {}
