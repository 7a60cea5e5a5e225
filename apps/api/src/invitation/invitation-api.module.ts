import { Module } from '@nestjs/common';
import { InvitationModule } from '@server/invitation';
import { TenderModule } from '@server/tender';
import { InvitationController } from './invitation.controller';

@Module({ imports: [InvitationModule, TenderModule], controllers: [InvitationController] })
export class InvitationApiModule {}
