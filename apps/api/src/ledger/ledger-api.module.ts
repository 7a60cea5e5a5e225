import { Module } from '@nestjs/common';
import { ArchiveModule } from '@server/archive';
import { LedgerModule } from '@server/ledger';
import { AuditMetrics } from './audit-metrics';
import { AuditController } from './audit.controller';
import { LedgerController, TileController } from './ledger.controller';
import { TimestampController } from './timestamp.controller';

@Module({
  imports: [ArchiveModule, LedgerModule],
  controllers: [AuditController, LedgerController, TileController, TimestampController],
  providers: [AuditMetrics],
})
export class LedgerApiModule {}
