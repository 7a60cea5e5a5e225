export {
  AUDIT_FAULTS,
  LedgerAuditor,
  type AuditFault,
  type AuditFaultCode,
  type LedgerAudit,
} from './audit';
export { type LedgerAuditRow } from './audit.entity';
export * from './erase-record';
export * from './export-bundle';
export * from './ledger';
export { LedgerActs, type LoggedAct } from './ledger-acts';
export * from './ledger.module';
export * from './ledger-reads';
export * from './ledger-work';
export * from './night-audit';
export { Sequencer } from './sequencer';
