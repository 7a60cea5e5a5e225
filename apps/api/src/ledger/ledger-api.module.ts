import { Module } from '@nestjs/common';
import { ArchiveModule } from '@server/archive';
import { LedgerModule } from '@server/ledger';
import { LedgerController, TileController } from './ledger.controller';

@Module({
  imports: [ArchiveModule, LedgerModule],
  controllers: [LedgerController, TileController],
})
export class LedgerApiModule {}
