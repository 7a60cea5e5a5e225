import { Module } from '@nestjs/common';
import { DrawModule } from '@server/draw';
import { TenderModule } from '@server/tender';
import { DrawController } from './draw.controller';

@Module({ imports: [DrawModule, TenderModule], controllers: [DrawController] })
export class DrawApiModule {}
