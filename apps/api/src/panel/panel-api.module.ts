import { Module } from '@nestjs/common';
import { DrawModule } from '@server/draw';
import { PanelModule } from '@server/panel';
import { TenderModule } from '@server/tender';
import { PanelController } from './panel.controller';

@Module({ imports: [DrawModule, PanelModule, TenderModule], controllers: [PanelController] })
export class PanelApiModule {}
