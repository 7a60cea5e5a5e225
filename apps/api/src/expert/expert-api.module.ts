import { Module } from '@nestjs/common';
import { ExpertModule } from '@server/expert';
import { PanelModule } from '@server/panel';
import { AssessmentController } from './assessment.controller';
import { ExpertController } from './expert.controller';
import { ExpertDeskController } from './expert-desk.controller';
import { ExpertImportController } from './expert-import.controller';
import { ExpertRecordController } from './expert-record.controller';

@Module({
  imports: [ExpertModule, PanelModule],
  controllers: [
    AssessmentController,
    ExpertController,
    ExpertDeskController,
    ExpertImportController,
    ExpertRecordController,
  ],
})
export class ExpertApiModule {}
