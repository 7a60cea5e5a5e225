import { Module } from '@nestjs/common';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { PortalController } from './portal.controller';

@Module({ imports: [SignUpModule, TenderModule], controllers: [PortalController] })
export class PortalApiModule {}
