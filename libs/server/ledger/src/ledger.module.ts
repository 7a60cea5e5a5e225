import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerActs } from './ledger-acts';
import { LedgerAuditor } from './audit/auditor';
import { LedgerAuditRow } from './audit/audit.entity';
import { Checkpoints } from './checkpoints';
import { EraseRecord } from './audit/erase-record';
import { ExportBundle } from './export-bundle';
import { Ledger } from './ledger';
import { LEDGER_ENTITIES } from './ledger.entity';
import { LedgerKeys } from './ledger-keys';
import { LedgerReads } from './ledger-reads';
import { LedgerRows } from './ledger.store';
import { LedgerWork } from './ledger-work';
import { NightAudit } from './audit/night-audit';
import { Sequencer } from './sequencer';
import { LedgerTimestampRow } from './timestamps/timestamp.entity';
import { Timestamps } from './timestamps/timestamps';
import { Witnesses } from './witnesses';

const FACE = [
  Ledger,
  LedgerReads,
  LedgerWork,
  LedgerActs,
  LedgerAuditor,
  NightAudit,
  Timestamps,
  EraseRecord,
  ExportBundle,
];

/** The tamper-evident log: append, sequence, sign, publish. */
@Module({
  imports: [TypeOrmModule.forFeature([...LEDGER_ENTITIES, LedgerAuditRow, LedgerTimestampRow])],
  providers: [...FACE, Checkpoints, LedgerKeys, LedgerRows, Sequencer, Witnesses],
  exports: FACE,
})
export class LedgerModule {}
