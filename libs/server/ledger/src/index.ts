export {
  AUDIT_FAULTS,
  LedgerAuditor,
  type AuditFault,
  type AuditFaultCode,
  type LedgerAudit,
} from './audit/auditor';
export { type LedgerAuditRow } from './audit/audit.entity';
export * from './audit/erase-record';
export * from './export-bundle';
export * from './ledger';
export { LedgerActs, type LoggedAct } from './ledger-acts';
export * from './ledger.module';
export * from './ledger-reads';
export * from './ledger-work';
export * from './audit/night-audit';
export * from './timestamps/timestamps';
export { type LedgerTimestampRow } from './timestamps/timestamp.entity';
export { Sequencer } from './sequencer';
export { remoteLogKey, type LogKey } from './log-key';
