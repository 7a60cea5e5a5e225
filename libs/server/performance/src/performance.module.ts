import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { ContractModule } from '@server/contract';
import { EnterpriseModule } from '@server/enterprise';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { PERFORMANCE_ENTITIES } from './performance.entity';
import { Performances } from './performances.store';
import { ReviewPerformance } from './review-performance';

const FACE = [Performances, ReviewPerformance];

/** How awarded works were done. */
@Module({
  imports: [
    TypeOrmModule.forFeature(PERFORMANCE_ENTITIES),
    AwardModule,
    ContractModule,
    EnterpriseModule,
    LedgerModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class PerformanceModule {}
