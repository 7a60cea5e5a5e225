import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { CalendarModule } from '@server/calendar';
import { EvaluationModule } from '@server/evaluation';
import { LedgerModule } from '@server/ledger';
import { OpeningModule } from '@server/opening';
import { PrintModule } from '@server/print';
import { TenderModule } from '@server/tender';
import { ChangeContract } from './change-contract';
import { CONTRACT_ENTITIES } from './contract.entity';
import { ContractDesk } from './contract-desk';
import { Contracts } from './contracts.store';
import { DeclareDuty } from './declare-duty';
import { DueDuties } from './due-duties';
import { FollowContract } from './follow-contract';
import { MarkContracted } from './mark-contracted';
import { PrintContract } from './print-contract';
import { ReadContract } from './read-contract';
import { SignContract } from './sign-contract';
import { WriteContract } from './write-contract';

const FACE = [
  Contracts,
  ChangeContract,
  DeclareDuty,
  DueDuties,
  FollowContract,
  PrintContract,
  ReadContract,
  SignContract,
  WriteContract,
];

/** Contracts: written from the bid, signed by both sides, followed until the works are accepted. */
@Module({
  imports: [
    TypeOrmModule.forFeature(CONTRACT_ENTITIES),
    AwardModule,
    CalendarModule,
    EvaluationModule,
    LedgerModule,
    OpeningModule,
    PrintModule,
    TenderModule,
  ],
  providers: [...FACE, ContractDesk, MarkContracted],
  exports: FACE,
})
export class ContractModule {}
