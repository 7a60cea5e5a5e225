import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '@server/ledger';
import { TenderModule } from '@server/tender';
import { ConductDraw } from './conduct-draw';
import { Contribute } from './contribute';
import { DRAW_ENTITIES } from './draw.entity';
import { DrawnSeats } from './drawn-seats';
import { Draws } from './draws.store';

const FACE = [ConductDraw, Contribute, DrawnSeats, Draws];

/** Verifiable draws (tp1 §3), source `escrow`. */
@Module({
  imports: [TypeOrmModule.forFeature(DRAW_ENTITIES), LedgerModule, TenderModule],
  providers: FACE,
  exports: FACE,
})
export class DrawModule {}
