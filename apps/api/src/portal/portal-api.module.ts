import { Module } from '@nestjs/common';
import { SearchModule } from '@server/search';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { CalendarModule } from '@server/calendar';
import { PortalController } from './portal.controller';
import { PublicTenders } from './public-tenders';

@Module({
  imports: [CalendarModule, SearchModule, SignUpModule, TenderModule],
  controllers: [PortalController],
  providers: [PublicTenders],
  exports: [PublicTenders],
})
export class PortalApiModule {}
