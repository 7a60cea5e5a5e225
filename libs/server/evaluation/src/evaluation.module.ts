import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { OpeningModule } from '@server/opening';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { EVALUATION_ENTITIES } from './evaluation.entity';
import { Evaluations } from './evaluations.store';
import { AskBidder } from './ask-bidder';
import { BlindReview } from './blind-review';
import { CandidatePlaces } from './candidate-places';
import { ElectLeader } from './elect-leader';
import { JudgeBids } from './judge-bids';
import { MakeReport } from './make-report';
import { PanelDesk } from './panel-desk';
import { ReadLetters } from './read-letters';

const FACE = [
  AskBidder,
  BlindReview,
  CandidatePlaces,
  ElectLeader,
  Evaluations,
  JudgeBids,
  MakeReport,
  PanelDesk,
  ReadLetters,
];

/** The panel's work on the opened bids. */
@Module({
  imports: [
    TypeOrmModule.forFeature(EVALUATION_ENTITIES),
    IdentityModule,
    LedgerModule,
    OpeningModule,
    SignUpModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class EvaluationModule {}
