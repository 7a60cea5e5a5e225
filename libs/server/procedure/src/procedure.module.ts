import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { FindProcedure } from './find-procedure';
import { KeepProcedures } from './keep-procedures';
import { PROCEDURE_ENTITIES } from './procedure.entity';
import { ProcedureTables } from './procedures.store';

const FACE = [FindProcedure, KeepProcedures, ProcedureTables];

/** The tables of places' own documents for what lies below the thresholds. */
@Module({
  imports: [TypeOrmModule.forFeature(PROCEDURE_ENTITIES), IdentityModule, LedgerModule],
  providers: FACE,
  exports: FACE,
})
export class ProcedureModule {}
