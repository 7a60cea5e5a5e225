import { Module } from '@nestjs/common';
import { AwardModule } from '@server/award';
import { BidModule } from '@server/bid';
import { BidSecurityModule } from '@server/bid-security';
import { ComplaintModule } from '@server/complaint';
import { ContractorPoolModule } from '@server/contractor-pool';
import { ContractModule } from '@server/contract';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { FrameworkModule } from '@server/framework';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { ObjectionModule } from '@server/objection';
import { OpeningModule } from '@server/opening';
import { PerformanceModule } from '@server/performance';
import { PrintModule } from '@server/print';
import { ProcedureModule } from '@server/procedure';
import { ProjectModule } from '@server/project';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { DemoBidder } from './demo-bidder';
import { DemoComplaints } from './demo-complaints';
import { DemoContracts } from './demo-contracts';
import { DemoCounty } from './demo-county';
import { DemoExpertRecords } from './demo-expert-records';
import { DemoExperts } from './demo-experts';
import { DemoHall } from './demo-hall';
import { DemoLots } from './demo-lots';
import { DemoPeople } from './demo-people';
import { DemoProcedures } from './demo-procedures';
import { DemoRegister } from './demo-register';
import { DemoSecurities } from './demo-securities';
import { DemoTenders } from './demo-tenders';
import { DemoTime } from './demo-time';
import { DemoFrameworks } from './framework/demo-frameworks';
import { DemoDraws } from './lottery/demo-draws';
import { DemoLotteries } from './lottery/demo-lotteries';
import { DemoPools } from './lottery/demo-pools';

/** The invented county 青禾县, for demos and tests. */
@Module({
  imports: [
    AwardModule,
    BidModule,
    BidSecurityModule,
    ComplaintModule,
    ContractModule,
    ContractorPoolModule,
    DrawModule,
    EnterpriseModule,
    EvaluationModule,
    ExpertModule,
    FrameworkModule,
    IdentityModule,
    LedgerModule,
    ObjectionModule,
    OpeningModule,
    PerformanceModule,
    PrintModule,
    ProcedureModule,
    ProjectModule,
    SignUpModule,
    TenderModule,
  ],
  providers: [
    DemoBidder,
    DemoComplaints,
    DemoContracts,
    DemoLots,
    DemoCounty,
    DemoPeople,
    DemoDraws,
    DemoExpertRecords,
    DemoExperts,
    DemoFrameworks,
    DemoHall,
    DemoLotteries,
    DemoPools,
    DemoTime,
    DemoProcedures,
    DemoRegister,
    DemoSecurities,
    DemoTenders,
  ],
  exports: [DemoCounty, DemoPeople],
})
export class DemoModule {}
