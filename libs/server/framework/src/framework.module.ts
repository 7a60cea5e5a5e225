import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { FollowOrder } from './follow-order';
import { FRAMEWORK_ENTITIES } from './framework.entity';
import { FrameworkDesk } from './framework-desk';
import { Frameworks } from './frameworks.store';
import { HoldCompetition } from './hold-competition';
import { LeadFramework } from './lead-framework';
import { FrameworkOrders } from './orders.store';
import { PlaceOrder } from './place-order';
import { PrepareFramework } from './prepare-framework';
import { Quotes } from './quotes.store';
import { SignAgreement } from './sign-agreement';

const FACE = [
  FollowOrder,
  FrameworkOrders,
  Frameworks,
  HoldCompetition,
  LeadFramework,
  PlaceOrder,
  PrepareFramework,
  Quotes,
  SignAgreement,
];

/** Framework agreements: terms, suppliers, agreements, and what is bought under them. */
@Module({
  imports: [
    TypeOrmModule.forFeature(FRAMEWORK_ENTITIES),
    AwardModule,
    EnterpriseModule,
    EvaluationModule,
    IdentityModule,
    LedgerModule,
    TenderModule,
  ],
  providers: [...FACE, FrameworkDesk],
  exports: FACE,
})
export class FrameworkModule {}
