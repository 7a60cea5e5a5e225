import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { formatInstant } from '@core/kernel';
import type { HallClientEvents, HallJoinAnswer, HallServerEvents } from '@contracts';
import { Openings } from '@server/opening';
import { DomainError, LegalClock } from '@server/platform';
import { Public } from '../http/access';
import { Metrics } from '../http/metrics';
import { Rooms } from '../live/rooms';
import { HallFeed } from './hall-feed';
import { hallMessage } from './opening.view';

type HallSocket = Socket<HallClientEvents, HallServerEvents>;

/**
 * The live side of a hall: public, read-only, the same numbered events for everybody. What a joiner missed comes
 * with the answer; what is written afterwards comes in order.
 */
@WebSocketGateway({ namespace: '/halls', transports: ['websocket', 'polling'] })
export class HallGateway implements OnGatewayDisconnect {
  @WebSocketServer() private readonly server!: Server<HallClientEvents, HallServerEvents>;
  private readonly rooms = new Rooms((openingId, watching) => {
    if (watching === 0) this.feed.unfollow(openingId);
    else this.presence(openingId);
  });

  constructor(
    private readonly openings: Openings,
    private readonly feed: HallFeed,
    private readonly clock: LegalClock,
    private readonly metrics: Metrics,
  ) {}

  @Public()
  @SubscribeMessage('hall.join.v1')
  async join(
    @ConnectedSocket() socket: HallSocket,
    @MessageBody() request: { openingId?: unknown; after?: unknown } | null,
  ): Promise<HallJoinAnswer> {
    const openingId = typeof request?.openingId === 'string' ? request.openingId : '';
    const after = typeof request?.after === 'number' ? request.after : 0;
    if (!this.rooms.mayJoin(socket)) return { ok: false, code: 'request.too_many' };
    try {
      const opening = await this.openings.get(openingId);
      // Join the room first, read afterwards: an event in between comes twice and is told apart by its number.
      await socket.join(openingId);
      this.feed.follow(openingId, opening.seq, (events) => {
        for (const event of events) {
          this.server.local.to(openingId).emit('hall.event.v1', hallMessage(event));
          this.metrics.hallEvents.inc();
        }
      });
      this.presence(openingId);
      const events = await this.openings.eventsAfter(openingId, after);
      return {
        ok: true,
        openingId,
        tenderId: opening.tenderId,
        seq: events.at(-1)?.seq ?? after,
        now: formatInstant(this.clock.now()),
        events: events.map(hallMessage),
      };
    } catch (error) {
      return { ok: false, code: error instanceof DomainError ? error.code : 'internal' };
    }
  }

  @Public()
  @SubscribeMessage('hall.leave.v1')
  async leave(
    @ConnectedSocket() socket: HallSocket,
    @MessageBody() request: { openingId?: unknown } | null,
  ): Promise<void> {
    const openingId = typeof request?.openingId === 'string' ? request.openingId : '';
    await this.rooms.leave(this.server, socket, openingId);
  }

  handleConnection(socket: HallSocket): void {
    this.metrics.sockets.inc();
    this.rooms.watch(() => this.server, socket);
  }

  handleDisconnect(): void {
    this.metrics.sockets.dec();
  }

  private presence(openingId: string): void {
    const watching = this.rooms.watching(this.server, openingId);
    this.server.local.to(openingId).volatile.emit('hall.presence.v1', { openingId, watching });
  }
}
