import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { CalendarModule } from '@server/calendar';
import { ContractModule } from '@server/contract';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { OpeningModule } from '@server/opening';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { BID_SECURITY_ENTITIES } from './bid-security.entity';
import { BidSecurities } from './bid-securities.store';
import { DepositTerms } from './deposit-terms';
import { FollowCourse } from './follow-course';
import { FulfilDuties } from './fulfil-duties';
import { KeepMoney } from './keep-money';
import { LodgeSecurity } from './lodge-security';
import { ReadSecurities } from './read-securities';

const FACE = [BidSecurities, DepositTerms, FollowCourse, KeepMoney, LodgeSecurity, ReadSecurities];

/** Bid securities: what comes, what it is bound to, and its way back. */
@Module({
  imports: [
    TypeOrmModule.forFeature(BID_SECURITY_ENTITIES),
    AwardModule,
    BidModule,
    CalendarModule,
    ContractModule,
    EnterpriseModule,
    IdentityModule,
    LedgerModule,
    OpeningModule,
    SignUpModule,
    TenderModule,
  ],
  providers: [...FACE, FulfilDuties],
  exports: FACE,
})
export class BidSecurityModule {}
