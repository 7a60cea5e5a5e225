import { io, type Socket } from 'socket.io-client';
import type { PhoneClientEvents, PhoneServerEvents } from '@contracts';
import type { Client } from '../support/client';

/** The page of a signed-in expert as a telephone, over a real socket. */
export interface Softphone {
  readonly client: Client;
  /** Everything that was said to it, in order. */
  readonly said: readonly string[];
  /** How often it rang. */
  rings(): number;
  /** Whether a call is on it now. */
  isBusy(): boolean;
  isOpen(): boolean;
  close(): void;
}

/** What somebody does who is rung: which keys he presses, one after each sentence; null does not pick up. */
export type Habit = (rings: number) => readonly string[] | null;

/** Opens the page of an expert; comes back when it can ring. */
export async function openSoftphone(client: Client, habit: Habit): Promise<Softphone> {
  const socket: Socket<PhoneServerEvents, PhoneClientEvents> = io(`${client.url}/phone`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token: client.token },
  });
  const said: string[] = [];
  let rings = 0;
  let callId: string | null = null;
  let keys: string[] = [];
  socket.on('phone.ring.v1', (message) => {
    rings += 1;
    callId = message.callId;
    socket.emit('phone.ringing.v1', { callId });
    const pressed = habit(rings);
    if (pressed === null) return;
    keys = [...pressed];
    socket.emit('phone.answer.v1', { callId });
  });
  socket.on('phone.say.v1', (message) => {
    said.push(message.text);
    const key = keys.shift();
    if (key !== undefined) socket.emit('phone.key.v1', { callId: message.callId, key });
    // Having heard the last sentence, people hang up.
    else socket.emit('phone.hangup.v1', { callId: message.callId });
  });
  socket.on('phone.bye.v1', () => {
    callId = null;
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return {
    client,
    said,
    rings: () => rings,
    isBusy: () => callId !== null,
    isOpen: () => socket.connected,
    close: () => void socket.disconnect(),
  };
}
