import { Module } from '@nestjs/common';
import { DrawModule } from '@server/draw';
import { IdentityModule } from '@server/identity';
import { PanelModule } from '@server/panel';
import { TenderModule } from '@server/tender';
import { VoiceModule } from '@server/voice';
import { PanelController } from './panel.controller';
import { PhoneGateway } from './phone.gateway';

@Module({
  imports: [DrawModule, IdentityModule, PanelModule, TenderModule, VoiceModule],
  controllers: [PanelController],
  providers: [PhoneGateway],
})
export class PanelApiModule {}
