import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { DemoPeople } from '@server/demo';
import { RunHall } from '@server/opening';
import type { BenchCounty } from './county';
import { compare, milliseconds, type Comparison } from './measure';

const SPECTATORS = 500;
const EVENTS = 40;

async function connect(url: string, joined: (socket: Socket) => Promise<void>): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let begun = 0; begun < SPECTATORS; begun += 50) {
    const batch = Array.from({ length: 50 }, async () => {
      const socket = io(url, { transports: ['websocket'], forceNew: true });
      await new Promise<void>((resolve, reject) => {
        socket.on('connect', resolve);
        socket.on('connect_error', reject);
      });
      await joined(socket);
      sockets.push(socket);
    });
    await Promise.all(batch);
  }
  return sockets;
}

function countdown(sockets: readonly Socket[], event: string): Promise<void> {
  let left = sockets.length * EVENTS;
  return new Promise((resolve) => {
    for (const socket of sockets) {
      socket.on(event, () => {
        left--;
        if (left === 0) resolve();
      });
    }
  });
}

/**
 * Forty hall events to five hundred spectators, each event decided, stored and logged, against bare Socket.IO that
 * emits forty messages of the same size to one room. Both end when the last spectator has the last event.
 */
export async function hallFanOut(county: BenchCounty, openingId: string): Promise<Comparison> {
  const host = await county.app.get(DemoPeople).actor('host');
  const hall = county.app.get(RunHall);
  const watching = await connect(`${county.url}/halls`, async (socket) => {
    await socket.emitWithAck('hall.join.v1', { openingId, after: 0 });
  });
  const seen = countdown(watching, 'hall.event.v1');
  const ours = await milliseconds(async () => {
    for (let event = 0; event < EVENTS; event += 2) {
      await hall.host(host, openingId, { kind: 'pause', reason: 'measuring' });
      await hall.host(host, openingId, { kind: 'resume' });
    }
    await seen;
  });
  for (const socket of watching) socket.disconnect();

  const http = createServer();
  const bare = new Server(http);
  bare.on('connection', (socket) => void socket.join('hall'));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const base = await connect(`http://127.0.0.1:${port}`, () => Promise.resolve());
  const all = countdown(base, 'event');
  const message = { openingId, seq: 1, at: '2026-03-09T01:30:00.000Z', event: { kind: 'resumed' } };
  const plain = await milliseconds(async () => {
    for (let event = 0; event < EVENTS; event++) bare.to('hall').emit('event', message);
    await all;
  });
  for (const socket of base) socket.disconnect();
  await bare.close();
  const rate = (ms: number): number => ((SPECTATORS * EVENTS) / ms) * 1_000;
  return compare(
    `hall fan-out, ${SPECTATORS} sockets`,
    'deliveries per s',
    rate(ours),
    rate(plain),
  );
}
