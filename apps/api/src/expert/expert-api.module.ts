import { Module } from '@nestjs/common';
import { ExpertModule } from '@server/expert';
import { ExpertController } from './expert.controller';
import { ExpertDeskController } from './expert-desk.controller';

@Module({
  imports: [ExpertModule],
  controllers: [ExpertController, ExpertDeskController],
})
export class ExpertApiModule {}
