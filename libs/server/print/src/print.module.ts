import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PRINT_ENTITIES } from './print.entity';
import { Print } from './print';

/** PDFs with fingerprints. */
@Module({
  imports: [TypeOrmModule.forFeature(PRINT_ENTITIES)],
  providers: [Print],
  exports: [Print],
})
export class PrintModule {}
