import { Module } from '@nestjs/common';
import { PerformanceModule } from '@server/performance';
import { TenderModule } from '@server/tender';
import { PerformanceController } from './performance.controller';

@Module({ imports: [PerformanceModule, TenderModule], controllers: [PerformanceController] })
export class PerformanceApiModule {}
