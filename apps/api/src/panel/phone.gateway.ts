import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import type { PhoneClientEvents, PhoneServerEvents } from '@contracts';
import { Sessions, Tokens } from '@server/identity';
import { SystemClock } from '@server/platform';
import { Softphones, type Softphone, type SoftphoneReport } from '@server/voice';
import { Needs } from '../http/access';
import { Metrics } from '../http/metrics';

/** Pages one person may have open as telephones. */
const MOST_PAGES = 10;

/** Who is at a page, and until when its token says so. */
interface AtPhone {
  readonly personId: string;
  readonly sessionId: string;
  readonly until: number;
  phone?: Softphone;
  hangUp?: () => void;
}

type PhoneSocket = Socket<PhoneClientEvents, PhoneServerEvents, Record<string, never>, AtPhone>;
type Message = { readonly callId?: unknown; readonly key?: unknown } | null;

/**
 * The page of a signed-in expert as a telephone. A socket belongs to its session: it is closed with the session, and
 * with its access token, after which the page comes again with a fresh one.
 */
@WebSocketGateway({ namespace: '/phone', transports: ['websocket', 'polling'] })
export class PhoneGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly sockets = new Set<PhoneSocket>();

  constructor(
    private readonly phones: Softphones,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly clock: SystemClock,
    private readonly metrics: Metrics,
  ) {}

  afterInit(server: Namespace): void {
    server.use((socket, next) => {
      this.admit(socket.handshake.auth.token).then(
        (who) => {
          Object.assign(socket.data as object, who);
          next(who === null ? new Error('identity.not_signed_in') : undefined);
        },
        () => next(new Error('internal')),
      );
    });
    this.sessions.onRevoked((sessionId) => {
      for (const socket of this.sockets) {
        if (socket.data.sessionId === sessionId) socket.disconnect(true);
      }
    });
    this.phones.open();
  }

  handleConnection(socket: PhoneSocket): void {
    this.metrics.sockets.inc();
    this.sockets.add(socket);
    const { data } = socket;
    const phone: Softphone = {
      ring: (callId) => socket.emit('phone.ring.v1', { callId }),
      say: (callId, text) => socket.emit('phone.say.v1', { callId, text }),
      bye: (callId) => socket.emit('phone.bye.v1', { callId }),
    };
    const left = Math.max(0, data.until - this.clock.now());
    const end = setTimeout(() => socket.disconnect(true), left);
    end.unref();
    const disconnect = this.phones.connect(data.personId, phone);
    data.phone = phone;
    data.hangUp = () => {
      clearTimeout(end);
      disconnect();
    };
  }

  handleDisconnect(socket: PhoneSocket): void {
    this.metrics.sockets.dec();
    this.sockets.delete(socket);
    socket.data.hangUp?.();
  }

  @Needs('panel.serve')
  @SubscribeMessage('phone.ringing.v1')
  ringing(@ConnectedSocket() socket: PhoneSocket, @MessageBody() message: Message): void {
    this.report(socket, message, (callId) => ({ type: 'ringing', callId }));
  }

  @Needs('panel.serve')
  @SubscribeMessage('phone.answer.v1')
  answer(@ConnectedSocket() socket: PhoneSocket, @MessageBody() message: Message): void {
    this.report(socket, message, (callId) => ({ type: 'answer', callId }));
  }

  @Needs('panel.serve')
  @SubscribeMessage('phone.key.v1')
  key(@ConnectedSocket() socket: PhoneSocket, @MessageBody() message: Message): void {
    const key = typeof message?.key === 'string' ? message.key : '';
    this.report(socket, message, (callId) => ({ type: 'key', callId, key }));
  }

  @Needs('panel.serve')
  @SubscribeMessage('phone.hangup.v1')
  hangUp(@ConnectedSocket() socket: PhoneSocket, @MessageBody() message: Message): void {
    this.report(socket, message, (callId) => ({ type: 'bye', callId }));
  }

  private report(
    { data }: PhoneSocket,
    message: Message,
    of: (callId: string) => SoftphoneReport,
  ): void {
    if (typeof message?.callId !== 'string' || data.phone === undefined) return;
    this.phones.report(data.personId, data.phone, of(message.callId));
  }

  private async admit(token: unknown): Promise<AtPhone | null> {
    const claims = typeof token === 'string' ? this.tokens.parseAccess(token) : null;
    if (claims === null) return null;
    const caller = await this.sessions.caller(claims.sid);
    if (!caller?.permissions.includes('panel.serve')) return null;
    const { personId, sessionId } = caller;
    if (this.phones.of(personId).length >= MOST_PAGES) return null;
    return { personId, sessionId, until: claims.expiresAt };
  }
}
