import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The harmless string that every scanner must call a virus (eicar.org). */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

/** A server that speaks clamd's INSTREAM on a free port and knows one virus. */
export class Clamd {
  /** Everything it was sent, file by file. */
  readonly seen: Buffer[] = [];
  /** Longest stream it takes, as clamd's StreamMaxLength. */
  most = Infinity;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.serve(socket));

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let buffer = Buffer.alloc(0);
    const body: Buffer[] = [];
    let begun = false;
    let length = 0;
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      buffer = Buffer.concat([buffer, piece]);
      const command = 'zINSTREAM\0';
      if (!begun) {
        if (buffer.length < command.length) return;
        if (buffer.subarray(0, command.length).toString() !== command) {
          socket.end('UNKNOWN COMMAND\0');
          return;
        }
        begun = true;
        buffer = buffer.subarray(command.length);
      }
      while (buffer.length >= 4) {
        const size = buffer.readUInt32BE(0);
        if (size === 0) {
          const whole = Buffer.concat(body);
          this.seen.push(whole);
          socket.end(whole.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
          return;
        }
        if (buffer.length < 4 + size) return;
        body.push(buffer.subarray(4, 4 + size));
        length += size;
        buffer = buffer.subarray(4 + size);
        if (length > this.most) {
          socket.end('INSTREAM size limit exceeded. ERROR\0');
          return;
        }
      }
    });
  }
}
