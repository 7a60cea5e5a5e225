import { Module } from '@nestjs/common';
import { CoefficientModule } from '@server/coefficient';
import { OpeningModule } from '@server/opening';
import { HallFeed } from './hall-feed';
import { HallGateway } from './hall.gateway';
import { HeldController } from './held.controller';
import { OpeningController } from './opening.controller';

@Module({
  imports: [OpeningModule, CoefficientModule],
  controllers: [HeldController, OpeningController],
  providers: [HallFeed, HallGateway],
})
export class OpeningApiModule {}
