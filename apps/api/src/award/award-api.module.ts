import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { PrintModule } from '@server/print';
import { TenderModule } from '@server/tender';
import { AwardController } from './award.controller';

@Module({
  imports: [AwardModule, PrintModule, TenderModule],
  controllers: [AwardController],
})
export class AwardApiModule {}
