import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BidModule } from '@server/bid';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { HallLog } from './hall-log';
import { HeldShares } from './held-shares';
import { OpenBasePrice } from './open-base-price';
import { OpenHall } from './open-hall';
import { OPENING_ENTITIES } from './opening.entity';
import { Openings } from './openings.store';
import { ReadBidFiles } from './read-bid-files';
import { RunHall } from './run-hall';
import { UnsealBid } from './unseal-bid';

const FACE = [
  HallLog,
  HeldShares,
  OpenBasePrice,
  OpenHall,
  Openings,
  ReadBidFiles,
  RunHall,
  UnsealBid,
];

/** The live hall. */
@Module({
  imports: [
    TypeOrmModule.forFeature(OPENING_ENTITIES),
    BidModule,
    EnterpriseModule,
    IdentityModule,
    LedgerModule,
    SignUpModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class OpeningModule {}
