import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { CalendarModule } from '@server/calendar';
import { ContractModule } from '@server/contract';
import { EnterpriseModule } from '@server/enterprise';
import { FrameworkModule } from '@server/framework';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { ObjectionModule } from '@server/objection';
import { OpeningModule } from '@server/opening';
import { PrintModule } from '@server/print';
import { TenderModule } from '@server/tender';
import { COMPLAINT_ENTITIES } from './complaint.entity';
import { ComplaintDesk } from './complaint-desk';
import { Complaints } from './complaints.store';
import { DecideComplaint } from './decide-complaint';
import { FileComplaint } from './file-complaint';
import { HandleComplaint } from './handle-complaint';
import { PauseComplaint } from './pause-complaint';
import { PrintDecision } from './print-decision';
import { ReadComplaints } from './read-complaints';

const FACE = [
  Complaints,
  DecideComplaint,
  FileComplaint,
  HandleComplaint,
  PauseComplaint,
  ReadComplaints,
];

/** Complaints to the supervising authority, and its decisions. */
@Module({
  imports: [
    AwardModule,
    CalendarModule,
    ContractModule,
    EnterpriseModule,
    FrameworkModule,
    IdentityModule,
    LedgerModule,
    ObjectionModule,
    OpeningModule,
    PrintModule,
    TenderModule,
    TypeOrmModule.forFeature(COMPLAINT_ENTITIES),
  ],
  providers: [...FACE, ComplaintDesk, PrintDecision],
  exports: FACE,
})
export class ComplaintModule {}
