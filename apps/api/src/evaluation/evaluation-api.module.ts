import { Module } from '@nestjs/common';
import { EvaluationModule } from '@server/evaluation';
import { OpeningModule } from '@server/opening';
import { TenderModule } from '@server/tender';
import { EvaluationController } from './evaluation.controller';
import { PanelLetterController } from './panel-letter.controller';

@Module({
  imports: [EvaluationModule, OpeningModule, TenderModule],
  controllers: [EvaluationController, PanelLetterController],
})
export class EvaluationApiModule {}
