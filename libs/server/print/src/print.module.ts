import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PRINT_ENTITIES } from './print.entity';
import { Press } from './press';
import { Print } from './print';

/** PDFs with fingerprints. */
@Module({
  imports: [TypeOrmModule.forFeature(PRINT_ENTITIES)],
  providers: [Press, Print],
  exports: [Press, Print],
})
export class PrintModule {}
