import { Module } from '@nestjs/common';
import { ContractorPoolModule } from '@server/contractor-pool';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { TenderModule } from '@server/tender';
import { LotteryController } from './lottery/lottery.controller';
import { LotteryFeed } from './lottery/lottery-feed';
import { LotteryGateway } from './lottery/lottery.gateway';
import { PoolCallController } from './pool-call.controller';
import { PoolController } from './pool.controller';
import { PoolDeskController } from './pool-desk.controller';
import { ReadPool } from './read-pool';

@Module({
  imports: [ContractorPoolModule, DrawModule, EnterpriseModule, TenderModule],
  controllers: [PoolCallController, PoolController, PoolDeskController, LotteryController],
  providers: [LotteryFeed, LotteryGateway, ReadPool],
  exports: [ReadPool],
})
export class ContractorPoolApiModule {}
