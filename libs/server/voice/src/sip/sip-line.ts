import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Leg, LegEvent } from '../leg';
import { Baresip, type BaresipEvent } from './baresip';
import { outcomeOf } from './close-cause';
import { lineConfig, type LinePlace } from './line-config';
import type { Speech } from './speech';

const STARTS = 3;
const HANGS_UP_IN = 3_000;

/** What a line needs of its installation. */
export interface LineMeans {
  readonly bind: string;
  readonly speech: Speech;
  /** A file of silence longer than any ring. */
  readonly silence: string;
  /** What is dialled for a number. */
  readonly target: (number: string) => string;
}

/** One telephone line: a baresip process that carries one call at a time, and is killed rather than left in doubt. */
export class SipLine implements Leg {
  readonly name: string;
  private process: Baresip | undefined;
  private report: ((event: LegEvent) => void) | undefined;
  private inCall = false;
  private starting: Promise<void> | undefined;
  private fault = false;
  private closing: (() => void)[] = [];

  constructor(
    private readonly place: LinePlace,
    private readonly means: LineMeans,
  ) {
    this.name = place.name;
  }

  /** Whether its last start failed. */
  get isFaulty(): boolean {
    return this.fault;
  }

  private get isUp(): boolean {
    return this.process?.pid !== undefined;
  }

  /** Starts the process where it does not run; however many ask, one starts. */
  async ensure(): Promise<void> {
    this.starting ??= this.startAgain().finally(() => (this.starting = undefined));
    await this.starting;
  }

  private async startAgain(): Promise<void> {
    for (let at = 1; !this.isUp; at += 1) {
      try {
        await this.start();
        this.fault = false;
      } catch (error) {
        this.fault = true;
        if (at === STARTS) throw error;
        await pause(200 * at);
      }
    }
  }

  async dial(to: string, report: (event: LegEvent) => void): Promise<void> {
    await this.ensure();
    this.report = report;
    // A source stays from call to call: without this the next callee hears the last one's prompt as early media.
    await this.source(this.means.silence);
    this.inCall = true;
    const answer = await this.command('dial', this.means.target(to));
    if (!answer.ok) {
      this.inCall = false;
      throw new Error('the line did not dial');
    }
  }

  async play(text: string): Promise<number> {
    const { file, speechMs } = await this.means.speech.render(text);
    await this.source(file);
    return speechMs;
  }

  async hangup(): Promise<void> {
    if (!this.inCall || !this.isUp) return;
    const closed = new Promise<boolean>((resolve) => this.closing.push(() => resolve(true)));
    const late = new AbortController();
    await this.command('hangup').catch(() => undefined);
    const timeout = pause(HANGS_UP_IN, false, { signal: late.signal }).catch(() => true);
    if (!(await Promise.race([closed, timeout]))) this.process?.kill();
    late.abort();
  }

  /** Frees the line of its call; one that may still be talking is killed and starts anew with the next. */
  free(): void {
    this.report = undefined;
    if (!this.inCall) return;
    this.inCall = false;
    this.process?.kill();
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }

  private async start(): Promise<void> {
    const { folder, controlPort, account } = this.place;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = {
      config: lineConfig(this.place, this.means.bind, this.means.silence),
      accounts: `${account}\n`,
      contacts: '',
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
    }
    this.process = new Baresip(
      folder,
      controlPort,
      (event) => this.hear(event),
      () => this.over({ type: 'DIED', cause: 'the line went down' }),
    );
    await this.process.start();
  }

  private source(file: string): Promise<unknown> {
    return this.command('ausrc', `aufile,${file}`);
  }

  private command(command: string, params?: string): ReturnType<Baresip['command']> {
    return this.process?.command(command, params) ?? Promise.reject(new Error('the line is down'));
  }

  private hear({ type, id, param = '' }: BaresipEvent): void {
    const named = id === undefined ? {} : { id };
    switch (type) {
      case 'CALL_INCOMING':
        // Lines call; they are not called.
        void this.command('hangup').catch(() => undefined);
        return;
      case 'CALL_RINGING':
        this.report?.({ type: 'RINGING', ...named });
        return;
      case 'CALL_PROGRESS':
        this.report?.({ type: 'EARLY_MEDIA', ...named });
        return;
      case 'CALL_ESTABLISHED':
        this.report?.({ type: 'ANSWERED', ...named });
        return;
      case 'CALL_DTMF_START':
        if (/^[0-9*#]$/.test(param)) this.report?.({ type: 'KEY', key: param });
        return;
      case 'CALL_CLOSED':
        if (this.inCall) this.over({ type: 'CLOSED', cause: param, outcome: outcomeOf(param) });
    }
  }

  private over(event: LegEvent): void {
    this.inCall = false;
    this.report?.(event);
    for (const wake of this.closing.splice(0)) wake();
  }
}
