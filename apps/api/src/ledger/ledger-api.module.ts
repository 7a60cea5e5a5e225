import { Module } from '@nestjs/common';
import { ArchiveModule } from '@server/archive';
import { LedgerModule } from '@server/ledger';
import { AuditMetrics } from './audit-metrics';
import { AuditController } from './audit.controller';
import { LedgerController, TileController } from './ledger.controller';

@Module({
  imports: [ArchiveModule, LedgerModule],
  controllers: [AuditController, LedgerController, TileController],
  providers: [AuditMetrics],
})
export class LedgerApiModule {}
