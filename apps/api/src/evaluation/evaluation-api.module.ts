import { Module } from '@nestjs/common';
import { EvaluationModule } from '@server/evaluation';
import { TenderModule } from '@server/tender';
import { EvaluationController } from './evaluation.controller';
import { PanelLetterController } from './panel-letter.controller';

@Module({
  imports: [EvaluationModule, TenderModule],
  controllers: [EvaluationController, PanelLetterController],
})
export class EvaluationApiModule {}
