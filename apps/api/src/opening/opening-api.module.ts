import { Module } from '@nestjs/common';
import { OpeningModule } from '@server/opening';
import { HallFeed } from './hall-feed';
import { HallGateway } from './hall.gateway';
import { HeldController } from './held.controller';
import { OpeningController } from './opening.controller';

@Module({
  imports: [OpeningModule],
  controllers: [HeldController, OpeningController],
  providers: [HallFeed, HallGateway],
})
export class OpeningApiModule {}
