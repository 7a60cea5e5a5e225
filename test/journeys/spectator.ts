import { io, type Socket } from 'socket.io-client';
import type {
  HallClientEvents,
  HallEventMessage,
  HallJoinAnswer,
  HallServerEvents,
} from '@contracts';

/** Somebody who watches a hall over a real socket and keeps every event it is sent. */
export interface Spectator {
  readonly events: readonly HallEventMessage[];
  /** The numbers seen, once each, in order of arrival. */
  numbers(): number[];
  leave(): void;
}

/** Joins a hall; comes back when the join is answered. */
export async function watchHall(url: string, openingId: string): Promise<Spectator> {
  const socket: Socket<HallServerEvents, HallClientEvents> = io(`${url}/halls`, {
    transports: ['websocket'],
    forceNew: true,
  });
  const events: HallEventMessage[] = [];
  const take = (message: HallEventMessage): void => {
    if (!events.some((known) => known.seq === message.seq)) events.push(message);
  };
  socket.on('hall.event.v1', take);
  const answer = await new Promise<HallJoinAnswer>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () => {
      socket.emit('hall.join.v1', { openingId, after: 0 }, resolve);
    });
  });
  if (!answer.ok) throw new Error(`not let in: ${answer.code}`);
  answer.events.forEach(take);
  return {
    get events() {
      return [...events].sort((one, other) => one.seq - other.seq);
    },
    numbers: () => events.map((one) => one.seq),
    leave: () => void socket.disconnect(),
  };
}
