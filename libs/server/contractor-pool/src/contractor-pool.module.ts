import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { CalendarModule } from '@server/calendar';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { PerformanceModule } from '@server/performance';
import { TenderModule } from '@server/tender';
import { HoldLottery } from './lottery/hold-lottery';
import { Lotteries } from './lottery/lotteries.store';
import { LOTTERY_ENTITIES } from './lottery/lottery.entity';
import { TakePart } from './lottery/take-part';
import { AdmitMember } from './pool/admit-member';
import { ApplyForPool } from './pool/apply-for-pool';
import { POOL_ENTITIES } from './pool/contractor-pool.entity';
import { CallFromPool } from './pool/call-from-pool';
import { ContractorPools } from './pool/contractor-pools.store';
import { OpenPool } from './pool/open-pool';
import { PoolEntrance } from './pool/pool-entrance';
import { PoolFairness } from './pool/pool-fairness';
import { PoolReminders } from './pool/pool-reminders';
import { PoolWorks } from './pool/pool-works';
import { ReviewMember } from './pool/review-member';
import { SuperviseMember } from './pool/supervise-member';

const FACE = [
  AdmitMember,
  ApplyForPool,
  CallFromPool,
  ContractorPools,
  HoldLottery,
  Lotteries,
  OpenPool,
  PoolEntrance,
  PoolFairness,
  PoolReminders,
  PoolWorks,
  ReviewMember,
  SuperviseMember,
  TakePart,
];

/** Prequalified contractors, and the lottery among them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...POOL_ENTITIES, ...LOTTERY_ENTITIES]),
    AwardModule,
    BidModule,
    CalendarModule,
    DrawModule,
    EnterpriseModule,
    IdentityModule,
    LedgerModule,
    PerformanceModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class ContractorPoolModule {}
