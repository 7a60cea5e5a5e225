import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BidModule } from '@server/bid';
import { CalendarModule } from '@server/calendar';
import { ComplaintModule } from '@server/complaint';
import { ContractorPoolModule } from '@server/contractor-pool';
import { ContractModule } from '@server/contract';
import { DrawModule } from '@server/draw';
import { LedgerModule } from '@server/ledger';
import { ObjectionModule } from '@server/objection';
import { OpeningModule } from '@server/opening';
import { PanelModule } from '@server/panel';
import { TenderModule } from '@server/tender';
import { ARCHIVE_ENTITIES } from './archive.entity';
import { CloseTender } from './close-tender';
import { TenderClosings } from './closings.store';
import { PackArchive } from './pack-archive';
import { PublishBundle } from './publish-bundle';

const FACE = [CloseTender, PackArchive, PublishBundle, TenderClosings];

/** The end of a tender's record, and what anybody may take home of it. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ARCHIVE_ENTITIES),
    BidModule,
    CalendarModule,
    ComplaintModule,
    ContractorPoolModule,
    ContractModule,
    DrawModule,
    LedgerModule,
    ObjectionModule,
    OpeningModule,
    PanelModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class ArchiveModule {}
