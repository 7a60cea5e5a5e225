import { spawn, type ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { netstring, NetstringReader } from './netstring';

/** Something baresip tells of by itself. */
export interface BaresipEvent {
  readonly type: string;
  readonly id?: string;
  readonly param?: string;
}

interface Answer {
  readonly response: true;
  readonly ok: boolean;
  readonly data: string;
  readonly token: string;
}

const TRIES = 100;
const BETWEEN = 30;
const PATIENCE = 2_000;
const FAREWELL = 3_000;

/**
 * One baresip process and its control socket on 127.0.0.1. It ends with this process (`setpriv --pdeathsig`), and says
 * nothing on its standard output, which would hold the numbers it dials.
 */
export class Baresip {
  private child: ChildProcess | undefined;
  private socket: Socket | undefined;
  private readonly asked = new Map<string, (answer: Answer | Error) => void>();
  private last = 0;
  private hasEnded = false;

  constructor(
    private readonly folder: string,
    private readonly controlPort: number,
    private readonly heard: (event: BaresipEvent) => void,
    private readonly ended: () => void,
  ) {}

  get pid(): number | undefined {
    return this.hasEnded ? undefined : this.child?.pid;
  }

  /** Starts the process and waits for its control socket. */
  async start(): Promise<void> {
    const words = ['--pdeathsig', 'TERM', '--', 'baresip', '-4', '-f', this.folder];
    const child = spawn('setpriv', words, { cwd: this.folder, stdio: 'ignore' });
    this.child = child;
    child.once('error', () => this.end());
    child.once('exit', () => this.end());
    for (let at = 0; at < TRIES && !this.hasEnded; at += 1) {
      const socket = await this.reach().catch(() => null);
      if (socket) {
        this.listen(socket);
        return;
      }
      await pause(BETWEEN);
    }
    this.kill();
    throw new Error('baresip did not start');
  }

  /** Gives a command; its answer. Silence is the end of the process: nobody knows what state it is in. */
  command(command: string, params?: string): Promise<Answer> {
    this.last += 1;
    const token = String(this.last);
    const { socket } = this;
    return new Promise((resolve, reject) => {
      if (!socket || this.hasEnded) {
        reject(new Error('the line is down'));
        return;
      }
      const timer = setTimeout(() => {
        this.asked.delete(token);
        reject(new Error(`no answer to ${command}`));
        this.kill();
      }, PATIENCE);
      this.asked.set(token, (answer) => {
        clearTimeout(timer);
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
      socket.write(netstring(JSON.stringify({ command, params, token })));
    });
  }

  /** Ends it at once, whatever it does. */
  kill(): void {
    this.child?.kill('SIGKILL');
    this.socket?.destroy();
  }

  /** Lets it hang up and go. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child || this.hasEnded) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), FAREWELL);
    await gone;
    clearTimeout(timer);
    this.socket?.destroy();
  }

  private reach(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.controlPort, '127.0.0.1');
      socket.once('connect', () => resolve(socket));
      socket.once('error', reject);
    });
  }

  private listen(socket: Socket): void {
    this.socket = socket;
    const reader = new NetstringReader();
    socket.on('data', (bytes) => {
      try {
        for (const text of reader.read(bytes)) this.take(JSON.parse(text) as Answer | BaresipEvent);
      } catch {
        this.kill();
      }
    });
    // Somebody else on the control socket throws us off it: the line is not ours any more.
    socket.on('error', () => this.kill());
    socket.on('close', () => this.kill());
  }

  private take(message: Answer | BaresipEvent): void {
    if ('response' in message) {
      this.asked.get(message.token)?.(message);
      this.asked.delete(message.token);
    } else this.heard(message);
  }

  private end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.socket?.destroy();
    for (const answer of this.asked.values()) answer(new Error('the line went down'));
    this.asked.clear();
    this.ended();
  }
}
