import { io, type Socket } from 'socket.io-client';
import type {
  LotteryClientEvents,
  LotteryEventMessage,
  LotteryJoinAnswer,
  LotteryServerEvents,
} from '@contracts';

/** Somebody who watches a lottery over a real socket. */
export interface LotterySpectator {
  readonly events: readonly LotteryEventMessage[];
  leave(): void;
}

/** Joins a lottery; comes back when the join is answered. */
export async function watchLottery(url: string, lotteryId: string): Promise<LotterySpectator> {
  const socket: Socket<LotteryServerEvents, LotteryClientEvents> = io(`${url}/lotteries`, {
    transports: ['websocket'],
    forceNew: true,
  });
  const events = new Map<number, LotteryEventMessage>();
  socket.on('lottery.event.v1', (message) => events.set(message.seq, message));
  const answer = await new Promise<LotteryJoinAnswer>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () => {
      socket.emit('lottery.join.v1', { lotteryId, after: 0 }, resolve);
    });
  });
  if (!answer.ok) throw new Error(`not let in: ${answer.code}`);
  for (const message of answer.events) events.set(message.seq, message);
  return {
    get events() {
      return [...events.values()].sort((one, other) => one.seq - other.seq);
    },
    leave: () => void socket.disconnect(),
  };
}
