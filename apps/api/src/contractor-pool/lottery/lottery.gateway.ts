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
import type { LotteryClientEvents, LotteryJoinAnswer, LotteryServerEvents } from '@contracts';
import { Lotteries } from '@server/contractor-pool';
import { DomainError, LegalClock } from '@server/platform';
import { Public } from '../../http/access';
import { Metrics } from '../../http/metrics';
import { Rooms } from '../../live/rooms';
import { LotteryFeed } from './lottery-feed';
import { lotteryMessage } from './lottery.view';

type LotterySocket = Socket<LotteryClientEvents, LotteryServerEvents>;

/** The live side of a lottery: public, read-only, the same numbered events for everybody. */
@WebSocketGateway({ namespace: '/lotteries', transports: ['websocket', 'polling'] })
export class LotteryGateway implements OnGatewayDisconnect {
  @WebSocketServer() private readonly server!: Server<LotteryClientEvents, LotteryServerEvents>;
  private readonly rooms = new Rooms((lotteryId, watching) => {
    if (watching === 0) this.feed.unfollow(lotteryId);
    else this.presence(lotteryId);
  });

  constructor(
    private readonly lotteries: Lotteries,
    private readonly feed: LotteryFeed,
    private readonly clock: LegalClock,
    private readonly metrics: Metrics,
  ) {}

  @Public()
  @SubscribeMessage('lottery.join.v1')
  async join(
    @ConnectedSocket() socket: LotterySocket,
    @MessageBody() request: { lotteryId?: unknown; after?: unknown } | null,
  ): Promise<LotteryJoinAnswer> {
    const lotteryId = typeof request?.lotteryId === 'string' ? request.lotteryId : '';
    const after = typeof request?.after === 'number' ? request.after : 0;
    if (!this.rooms.mayJoin(socket)) return { ok: false, code: 'request.too_many' };
    try {
      const lottery = await this.lotteries.get(lotteryId);
      // Join the room first, read afterwards: an event in between comes twice and is told apart by its number.
      await socket.join(lotteryId);
      this.feed.follow(lotteryId, lottery.seq, (events) => {
        for (const event of events) {
          this.server.local.to(lotteryId).emit('lottery.event.v1', lotteryMessage(event));
        }
      });
      this.presence(lotteryId);
      const events = await this.lotteries.eventsAfter(lotteryId, after);
      return {
        ok: true,
        lotteryId,
        tenderId: lottery.tenderId,
        seq: events.at(-1)?.seq ?? after,
        now: formatInstant(this.clock.now()),
        events: events.map(lotteryMessage),
      };
    } catch (error) {
      return { ok: false, code: error instanceof DomainError ? error.code : 'internal' };
    }
  }

  @Public()
  @SubscribeMessage('lottery.leave.v1')
  async leave(
    @ConnectedSocket() socket: LotterySocket,
    @MessageBody() request: { lotteryId?: unknown } | null,
  ): Promise<void> {
    const lotteryId = typeof request?.lotteryId === 'string' ? request.lotteryId : '';
    await this.rooms.leave(this.server, socket, lotteryId);
  }

  handleConnection(socket: LotterySocket): void {
    this.metrics.sockets.inc();
    this.rooms.watch(() => this.server, socket);
  }

  handleDisconnect(): void {
    this.metrics.sockets.dec();
  }

  private presence(lotteryId: string): void {
    const watching = this.rooms.watching(this.server, lotteryId);
    this.server.local.to(lotteryId).volatile.emit('lottery.presence.v1', { lotteryId, watching });
  }
}
