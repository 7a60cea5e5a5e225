import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { PrintModule } from '@server/print';
import { TenderModule } from '@server/tender';
import { SIGN_UP_ENTITIES } from './sign-up.entity';
import { PrintSignUps } from './print-sign-ups';
import { SignUpForTender } from './sign-up';
import { SignUps } from './sign-ups.store';
import { Consortia } from './parties/consortia.store';
import { FindRelations } from './parties/find-relations';
import { JoinConsortium } from './parties/join-consortium';
import { KeepAgencyOut } from './parties/keep-agency-out';
import { Parties } from './parties/parties.store';

const FACE = [
  Consortia,
  FindRelations,
  JoinConsortium,
  Parties,
  PrintSignUps,
  SignUpForTender,
  SignUps,
];

/** Who signed up and who downloaded. */
@Module({
  imports: [
    TypeOrmModule.forFeature(SIGN_UP_ENTITIES),
    EnterpriseModule,
    IdentityModule,
    TenderModule,
    LedgerModule,
    PrintModule,
  ],
  providers: [...FACE, KeepAgencyOut],
  exports: FACE,
})
export class SignUpModule {}
