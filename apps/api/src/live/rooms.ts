import type { Server, Socket } from 'socket.io';

/** Joins one socket may ask for in a minute. */
const MOST_JOINS = 60;

/** Who is in which room of a namespace of this process, and how often a socket may ask to join. */
export class Rooms {
  private readonly joins = new WeakMap<Socket, number[]>();

  /** @param left called with a room each time somebody has left it, and how many are still there. */
  constructor(private readonly left: (room: string, watching: number) => void) {}

  /** Counts a request to join; false when a socket asks too often. */
  mayJoin(socket: Socket): boolean {
    const since = performance.now() - 60_000;
    const recent = (this.joins.get(socket) ?? []).filter((at) => at > since);
    recent.push(performance.now());
    this.joins.set(socket, recent);
    return recent.length <= MOST_JOINS;
  }

  /** How many of this process are in a room. */
  watching(server: Server, room: string): number {
    const { adapter } = server as unknown as { adapter: { rooms: Map<string, Set<string>> } };
    return adapter.rooms.get(room)?.size ?? 0;
  }

  /** Takes a socket out of a room. */
  async leave(server: Server, socket: Socket, room: string): Promise<void> {
    await socket.leave(room);
    this.left(room, this.watching(server, room));
  }

  /** Tells when a socket that disconnects has left its rooms. */
  watch(server: () => Server, socket: Socket): void {
    socket.on('disconnecting', () => {
      const rooms = [...socket.rooms].filter((room) => room !== socket.id);
      setImmediate(() => {
        for (const room of rooms) this.left(room, this.watching(server(), room));
      });
    });
  }
}
