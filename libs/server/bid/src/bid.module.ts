import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClarificationModule } from '@server/clarification';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { BID_ENTITIES } from './bid.entity';
import { Bids } from './bids.store';
import { SubmitBid } from './submit-bid';

const FACE = [Bids, SubmitBid];

/** Sealed bids. */
@Module({
  imports: [
    ClarificationModule,
    TypeOrmModule.forFeature(BID_ENTITIES),
    EnterpriseModule,
    IdentityModule,
    SignUpModule,
    TenderModule,
    LedgerModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class BidModule {}
