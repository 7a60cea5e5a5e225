import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BidModule } from '@server/bid';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { OpeningModule } from '@server/opening';
import { PrintModule } from '@server/print';
import { ProjectModule } from '@server/project';
import { TenderModule } from '@server/tender';
import { AWARD_ENTITIES } from './award.entity';
import { AwardTender } from './award-tender';
import { Awards } from './awards.store';
import { CandidatesText } from './candidates-text';
import { ChooseDirectly } from './choose-directly';
import { ChangeResult } from './change-result';
import { DecideApart } from './decide-apart';
import { MakeAward } from './make-award';
import { CalendarModule } from '@server/calendar';
import { PrintEvaluation } from './print-evaluation';
import { PrintRecords } from './print-records';
import { RecordCredit } from './record-credit';

const FACE = [
  Awards,
  AwardTender,
  ChangeResult,
  ChooseDirectly,
  DecideApart,
  MakeAward,
  PrintRecords,
];

/** Candidates, award, letters. */
@Module({
  imports: [
    BidModule,
    CalendarModule,
    TypeOrmModule.forFeature(AWARD_ENTITIES),
    EnterpriseModule,
    EvaluationModule,
    IdentityModule,
    LedgerModule,
    OpeningModule,
    PrintModule,
    ProjectModule,
    TenderModule,
  ],
  providers: [...FACE, CandidatesText, PrintEvaluation, RecordCredit],
  exports: FACE,
})
export class AwardModule {}
