import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Leg, LegTransport } from '../leg';
import type { VoiceGatewayHealth } from '../voice-gateway';
import { placeOf, type SipSettings } from './line-config';
import { SipLine } from './sip-line';
import { EspeakSpeech, type Speech } from './speech';
import { silentWav } from './wav';

/** Longer than any ring: the end of a file would end the call. */
const SILENCE_SECONDS = 180;
/** Longer than any wait for a key. */
const TAIL_MS = 20_000;
/** A device name of baresip holds 127 bytes, and is cut without a word. */
const LONGEST_PATH = 100;
const NUMBER = /^\+?[0-9]{3,20}$/;

interface Waiter {
  readonly take: (line: SipLine) => void;
  readonly refuse: (error: Error) => void;
}

/** Comes when the signal does, at once where it has; never without one. */
function aborted(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Real telephones: a pool of lines, each a SIP user agent of its own, that dial through any trunk, PBX or extension.
 * Whoever calls while all are busy waits for one; two calls to one number come one after the other.
 */
export class SipTransport implements LegTransport {
  readonly kind = 'sip';
  private readonly lines: readonly SipLine[];
  private readonly speech: Speech;
  private readonly idle: SipLine[];
  private readonly waiting: Waiter[] = [];
  private readonly busy = new Map<string, Promise<void>>();
  private readonly freed = new Map<SipLine, () => void>();
  private isClosed = false;
  private readonly folder: string;

  constructor(settings: SipSettings, speech?: Speech) {
    const { folder, bind, lines, target } = settings;
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const silence = join(folder, 'silence.wav');
    if (Buffer.byteLength(silence) > LONGEST_PATH) {
      throw new Error(`the folder of the telephone lines has too long a name: ${folder}`);
    }
    writeFileSync(silence, silentWav(SILENCE_SECONDS), { mode: 0o600 });
    this.speech = speech ?? new EspeakSpeech(folder, TAIL_MS);
    const means = {
      bind,
      silence,
      speech: this.speech,
      target: (number: string) => target.replaceAll('{number}', number),
    };
    this.lines = Array.from(
      { length: lines },
      (_, index) => new SipLine(placeOf(settings, index), means),
    );
    this.idle = [...this.lines];
  }

  validTarget(to: string): boolean {
    return NUMBER.test(to);
  }

  async prepare(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.map((text) => this.speech.render(text)));
  }

  async acquire(to: string, signal?: AbortSignal): Promise<Leg> {
    for (let before = this.busy.get(to); before; before = this.busy.get(to)) {
      await Promise.race([before, aborted(signal)]);
      signal?.throwIfAborted();
    }
    signal?.throwIfAborted();
    let done = (): void => undefined;
    this.busy.set(to, new Promise((resolve) => (done = resolve)));
    const free = (): void => {
      this.busy.delete(to);
      done();
    };
    try {
      const line = await this.line(signal);
      this.freed.set(line, free);
      return line;
    } catch (error) {
      free();
      throw error;
    }
  }

  release(leg: Leg): void {
    if (!(leg instanceof SipLine)) return;
    leg.free();
    this.freed.get(leg)?.();
    this.freed.delete(leg);
    if (this.isClosed) return;
    const next = this.waiting.shift();
    if (next) next.take(leg);
    else this.idle.push(leg);
  }

  /** Sound while no line has failed to start; a line starts with its first call, and is tried again with the next. */
  health(): Promise<VoiceGatewayHealth> {
    const { length: capacity } = this.lines;
    const down = this.lines.filter(({ isFaulty }) => isFaulty).length;
    return Promise.resolve(
      down === 0
        ? { ok: true, capacity }
        : { ok: false, capacity, detail: `${down} lines are down` },
    );
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const { refuse } of this.waiting.splice(0)) refuse(new Error('closing'));
    await Promise.all(this.lines.map((line) => line.stop()));
    // What was said to whom is nobody's business afterwards.
    rmSync(this.folder, { recursive: true, force: true });
  }

  private line(signal?: AbortSignal): Promise<SipLine> {
    if (this.isClosed) return Promise.reject(new Error('closing'));
    const line = this.idle.shift();
    if (line) return Promise.resolve(line);
    return new Promise((take, refuse) => {
      const waiter = { take, refuse };
      this.waiting.push(waiter);
      const abort = (): void => {
        const at = this.waiting.indexOf(waiter);
        if (at < 0) return;
        this.waiting.splice(at, 1);
        refuse(new Error('aborted'));
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
  }
}
