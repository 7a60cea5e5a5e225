import { Module } from '@nestjs/common';
import { DocumentModule } from '@server/document';
import { SearchModule } from '@server/search';
import { TenderModule } from '@server/tender';
import { CalendarModule } from '@server/calendar';
import { PortalController } from './portal.controller';
import { PublicTenders } from './public-tenders';

@Module({
  imports: [CalendarModule, DocumentModule, SearchModule, TenderModule],
  controllers: [PortalController],
  providers: [PublicTenders],
  exports: [PublicTenders],
})
export class PortalApiModule {}
