import { Module } from '@nestjs/common';
import { ContractorPoolModule } from '@server/contractor-pool';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { LotteryController } from './lottery.controller';
import { LotteryFeed } from './lottery-feed';
import { LotteryGateway } from './lottery.gateway';
import { PoolController } from './pool.controller';

@Module({
  imports: [ContractorPoolModule, DrawModule, EnterpriseModule],
  controllers: [PoolController, LotteryController],
  providers: [LotteryFeed, LotteryGateway],
})
export class ContractorPoolApiModule {}
