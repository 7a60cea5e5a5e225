import { Module } from '@nestjs/common';
import { BidSecurityModule } from '@server/bid-security';
import { EvaluationModule } from '@server/evaluation';
import { BidSecurityController } from './bid-security.controller';
import { DepositTermsController, SecurityDeskController } from './security-desk.controller';

/** Bid securities over HTTP. */
@Module({
  imports: [BidSecurityModule, EvaluationModule],
  controllers: [BidSecurityController, SecurityDeskController, DepositTermsController],
})
export class BidSecurityApiModule {}
