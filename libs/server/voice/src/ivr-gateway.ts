import type { SystemClock } from '@server/platform';
import { IvrCall } from './ivr-call';
import type { LegTransport } from './leg';
import {
  VoiceGateway,
  type VoiceCallOptions,
  type VoiceCallRequest,
  type VoiceCallResult,
  type VoiceGatewayHealth,
} from './voice-gateway';

/** The gateway over any transport of lines: ring, say, take keys, hang up. */
export class IvrGateway extends VoiceGateway {
  readonly kind: LegTransport['kind'];

  constructor(
    private readonly transport: LegTransport,
    private readonly clock: SystemClock,
  ) {
    super();
    this.kind = transport.kind;
  }

  call(request: VoiceCallRequest, options: VoiceCallOptions = {}): Promise<VoiceCallResult> {
    return new IvrCall(this.transport, this.clock, request, options).run();
  }

  override reaches(to: string): boolean {
    return this.transport.reaches?.(to) ?? super.reaches(to);
  }

  health(): Promise<VoiceGatewayHealth> {
    return this.transport.health();
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}
