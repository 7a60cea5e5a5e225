import { Module } from '@nestjs/common';
import { BidModule } from '@server/bid';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { BidController } from './bid.controller';

@Module({ imports: [BidModule, TenderModule, LedgerModule], controllers: [BidController] })
export class BidApiModule {}
