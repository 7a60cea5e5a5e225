import { Module } from '@nestjs/common';
import { DrawModule } from '@server/draw';
import { OpeningModule } from '@server/opening';
import { TenderModule } from '@server/tender';
import { DrawCoefficients } from './draw-coefficients';

/** What an evaluation plan leaves to a draw in the hall. */
@Module({
  imports: [DrawModule, OpeningModule, TenderModule],
  providers: [DrawCoefficients],
  exports: [DrawCoefficients],
})
export class CoefficientModule {}
