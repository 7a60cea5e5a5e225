import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { INVITATION_ENTITIES } from './invitation.entity';
import { Invitations } from './invitations.store';
import { InviteFirms } from './invite-firms';

const FACE = [Invitations, InviteFirms];

/** Invited tenders. */
@Module({
  imports: [
    DrawModule,
    EnterpriseModule,
    LedgerModule,
    TenderModule,
    TypeOrmModule.forFeature(INVITATION_ENTITIES),
  ],
  providers: FACE,
  exports: FACE,
})
export class InvitationModule {}
