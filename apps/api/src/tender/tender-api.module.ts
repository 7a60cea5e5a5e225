import { Module } from '@nestjs/common';
import { TenderModule } from '@server/tender';
import { BasePriceController } from './base-price.controller';
import { DraftController } from './draft.controller';
import { HolderKeyController } from './holder-key.controller';
import { PublicationController } from './publication.controller';
import { TenderController } from './tender.controller';
import { TimetableController } from './timetable.controller';

@Module({
  imports: [TenderModule],
  controllers: [
    BasePriceController,
    DraftController,
    HolderKeyController,
    PublicationController,
    TenderController,
    TimetableController,
  ],
})
export class TenderApiModule {}
