import { Module } from '@nestjs/common';
import { Ids, SystemClock } from '@server/platform';
import { BrowserTransport } from './browser-transport';
import { IvrGateway } from './ivr-gateway';
import { Softphones } from './softphones';
import { VoiceGateway } from './voice-gateway';

/** How this installation telephones. */
@Module({
  providers: [
    Softphones,
    {
      provide: VoiceGateway,
      inject: [Softphones, SystemClock, Ids],
      useFactory: (phones: Softphones, clock: SystemClock, ids: Ids) =>
        new IvrGateway(new BrowserTransport(phones, ids), clock),
    },
  ],
  exports: [Softphones, VoiceGateway],
})
export class VoiceModule {}
