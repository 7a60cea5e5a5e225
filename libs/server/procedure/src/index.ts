export * from './procedure.module';
export { FindProcedure } from './find-procedure';
export { KeepProcedures } from './keep-procedures';
export { ProcedureTables, type KeptTable } from './procedures.store';
