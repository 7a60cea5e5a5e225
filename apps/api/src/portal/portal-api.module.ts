import { Module } from '@nestjs/common';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { CalendarModule } from '@server/calendar';
import { PortalController } from './portal.controller';

@Module({ imports: [CalendarModule, SignUpModule, TenderModule], controllers: [PortalController] })
export class PortalApiModule {}
