import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { Beacons } from './beacons';
import { ConductDraw } from './conduct-draw';
import { Contribute } from './contribute';
import { DRAW_ENTITIES } from './draw.entity';
import { DrawnSeats } from './drawn-seats';
import { Draws } from './draws.store';
import { FinishDraw } from './finish-draw';
import { VoidDraw } from './void-draw';

const FACE = [ConductDraw, Contribute, DrawnSeats, Draws, FinishDraw, VoidDraw];

/** Verifiable draws (tp1 §3): escrow, a drand round, or dice in the room. */
@Module({
  imports: [TypeOrmModule.forFeature(DRAW_ENTITIES), LedgerModule, TenderModule],
  providers: [...FACE, Beacons],
  exports: FACE,
})
export class DrawModule {}
