import { Module } from '@nestjs/common';
import { EvaluationModule } from '@server/evaluation';
import { TenderModule } from '@server/tender';
import { EvaluationController } from './evaluation.controller';

@Module({ imports: [EvaluationModule, TenderModule], controllers: [EvaluationController] })
export class EvaluationApiModule {}
