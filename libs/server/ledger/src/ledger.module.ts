import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Ledger } from './ledger';
import { LEDGER_ENTITIES } from './ledger.entity';

/** The log, as use cases see it. */
@Module({
  imports: [TypeOrmModule.forFeature(LEDGER_ENTITIES)],
  providers: [Ledger],
  exports: [Ledger],
})
export class LedgerModule {}
