import { Module } from '@nestjs/common';
import { Config, Ids, SystemClock } from '@server/platform';
import { BrowserTransport } from './browser-transport';
import { IvrGateway } from './ivr-gateway';
import { sipTransport } from './sip/sip-gateway';
import { Softphones } from './softphones';
import { VoiceGateway } from './voice-gateway';

/** How this installation telephones: by the pages of signed-in experts, or by telephone lines (`VOICE`). */
@Module({
  providers: [
    Softphones,
    {
      provide: VoiceGateway,
      inject: [Config, Softphones, SystemClock, Ids],
      useFactory: (config: Config, phones: Softphones, clock: SystemClock, ids: Ids) =>
        new IvrGateway(
          config.settings.VOICE === 'sip'
            ? sipTransport(config)
            : new BrowserTransport(phones, ids),
          clock,
        ),
    },
  ],
  exports: [Softphones, VoiceGateway],
})
export class VoiceModule {}
