import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerActs } from './ledger-acts';
import { LedgerAuditor } from './audit';
import { Checkpoints } from './checkpoints';
import { ExportBundle } from './export-bundle';
import { Ledger } from './ledger';
import { LEDGER_ENTITIES } from './ledger.entity';
import { LedgerKeys } from './ledger-keys';
import { LedgerReads } from './ledger-reads';
import { LedgerRows } from './ledger.store';
import { LedgerWork } from './ledger-work';
import { Sequencer } from './sequencer';
import { Witnesses } from './witnesses';

const FACE = [Ledger, LedgerReads, LedgerWork, LedgerActs, LedgerAuditor, ExportBundle];

/** The tamper-evident log: append, sequence, sign, publish. */
@Module({
  imports: [TypeOrmModule.forFeature(LEDGER_ENTITIES)],
  providers: [...FACE, Checkpoints, LedgerKeys, LedgerRows, Sequencer, Witnesses],
  exports: FACE,
})
export class LedgerModule {}
