import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { ProcedureModule } from '@server/procedure';
import { ProcedureController } from './procedure.controller';

/** The tables of places' own documents over HTTP. */
@Module({ imports: [IdentityModule, ProcedureModule], controllers: [ProcedureController] })
export class ProcedureApiModule {}
