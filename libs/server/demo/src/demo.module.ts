import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { BidSecurityModule } from '@server/bid-security';
import { ContractorPoolModule } from '@server/contractor-pool';
import { ContractModule } from '@server/contract';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { OpeningModule } from '@server/opening';
import { ProcedureModule } from '@server/procedure';
import { ProjectModule } from '@server/project';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { DemoBidder } from './demo-bidder';
import { DemoContracts } from './demo-contracts';
import { DemoCounty } from './demo-county';
import { DemoLots } from './demo-lots';
import { DemoPeople } from './demo-people';
import { DemoPool } from './demo-pool';
import { DemoProcedures } from './demo-procedures';
import { DemoRegister } from './demo-register';
import { PrintModule } from '@server/print';
import { DemoSecurities } from './demo-securities';
import { DemoTenders } from './demo-tenders';

/** The invented county 青禾县, for demos and tests. */
@Module({
  imports: [
    AwardModule,
    BidModule,
    BidSecurityModule,
    ContractModule,
    ContractorPoolModule,
    EnterpriseModule,
    EvaluationModule,
    ExpertModule,
    IdentityModule,
    LedgerModule,
    OpeningModule,
    PrintModule,
    ProcedureModule,
    ProjectModule,
    SignUpModule,
    TenderModule,
  ],
  providers: [
    DemoBidder,
    DemoContracts,
    DemoLots,
    DemoCounty,
    DemoPeople,
    DemoPool,
    DemoProcedures,
    DemoRegister,
    DemoSecurities,
    DemoTenders,
  ],
  exports: [DemoCounty, DemoPeople],
})
export class DemoModule {}
