import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { PrintModule } from '@server/print';
import { AwardController } from './award.controller';

@Module({ imports: [AwardModule, PrintModule], controllers: [AwardController] })
export class AwardApiModule {}
