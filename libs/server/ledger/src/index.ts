export { LedgerAuditor, type LedgerAudit } from './audit';
export * from './export-bundle';
export * from './ledger';
export * from './ledger.module';
export * from './ledger-reads';
export * from './ledger-work';
