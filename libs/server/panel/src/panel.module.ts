import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BidModule } from '@server/bid';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { VoiceModule } from '@server/voice';
import { AssessPanel } from './assess-panel';
import { CALL_ENTITIES } from './call.entity';
import { CallPanel } from './call-panel';
import { Calls } from './calls.store';
import { Dialler } from './dialler';
import { DisclosePanel } from './disclose-panel';
import { FillSeats } from './fill-seats';
import { PANEL_ENTITIES } from './panel.entity';
import { Panels } from './panels.store';
import { PlaceCalls } from './place-calls';
import { RequestPanel } from './request-panel';
import { SkipReport } from './skip-report';

const FACE = [
  AssessPanel,
  CallPanel,
  Calls,
  Dialler,
  DisclosePanel,
  FillSeats,
  Panels,
  PlaceCalls,
  RequestPanel,
  SkipReport,
];

/** Evaluation panels: asked for, drawn, called, formed, checked in. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...PANEL_ENTITIES, ...CALL_ENTITIES]),
    BidModule,
    DrawModule,
    EnterpriseModule,
    EvaluationModule,
    ExpertModule,
    IdentityModule,
    LedgerModule,
    SignUpModule,
    TenderModule,
    VoiceModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class PanelModule {}
