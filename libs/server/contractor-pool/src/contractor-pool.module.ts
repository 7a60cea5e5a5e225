import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { CONTRACTOR_POOL_ENTITIES } from './contractor-pool.entity';
import { ContractorPools } from './contractor-pools.store';
import { HoldLottery } from './hold-lottery';
import { KeepPool } from './keep-pool';
import { Lotteries } from './lotteries.store';
import { TakePart } from './take-part';

const FACE = [ContractorPools, HoldLottery, KeepPool, Lotteries, TakePart];

/** Prequalified contractors, and the lottery among them. */
@Module({
  imports: [
    TypeOrmModule.forFeature(CONTRACTOR_POOL_ENTITIES),
    AwardModule,
    BidModule,
    DrawModule,
    EnterpriseModule,
    LedgerModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class ContractorPoolModule {}
