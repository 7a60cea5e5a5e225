export { LedgerAuditor, type LedgerAudit } from './audit';
export * from './export-bundle';
export * from './ledger';
export { LedgerActs, type LoggedAct } from './ledger-acts';
export * from './ledger.module';
export * from './ledger-reads';
export * from './ledger-work';
