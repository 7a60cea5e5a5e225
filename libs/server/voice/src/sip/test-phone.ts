import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Baresip, type BaresipEvent } from './baresip';
import { lineConfig } from './line-config';
import { silentWav } from './wav';

/** A real SIP phone of a callee: rings, answers, presses keys, hangs up. */
export class SipPhone {
  private readonly phone: Baresip;
  private readonly seen: BaresipEvent[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(
    folder: string,
    readonly sipPort: number,
    controlPort: number,
    soundPort: number,
  ) {
    mkdirSync(folder, { recursive: true });
    // Keys ride the sending path, so a phone without a running source can press none.
    const mute = join(folder, 'mute.wav');
    writeFileSync(mute, silentWav(120));
    const account = `<sip:callee@127.0.0.1:${sipPort}>;regint=0;answermode=manual`;
    const place = { name: 'phone', folder, sipPort, controlPort, soundPort, account };
    const config = lineConfig(place, '127.0.0.1', mute)
      .replace('call_local_timeout 1', 'call_local_timeout 60')
      .replace('jitter_buffer_delay 0-0', 'jitter_buffer_delay 5-10');
    writeFileSync(join(folder, 'config'), config);
    writeFileSync(join(folder, 'accounts'), `${account}\n`);
    writeFileSync(join(folder, 'contacts'), '');
    this.phone = new Baresip(
      folder,
      controlPort,
      (event) => {
        this.seen.push(event);
        for (const wake of this.waiting.splice(0)) wake();
      },
      () => undefined,
    );
  }

  start(): Promise<void> {
    return this.phone.start();
  }

  stop(): Promise<void> {
    return this.phone.stop();
  }

  /** Waits for the next event of a type. */
  async hears(type: string): Promise<void> {
    for (;;) {
      const at = this.seen.findIndex((event) => event.type === type);
      if (at >= 0) {
        this.seen.splice(0, at + 1);
        return;
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async accept(): Promise<void> {
    await this.hears('CALL_INCOMING');
    await this.phone.command('accept');
    await this.hears('CALL_ESTABLISHED');
  }

  async reject(): Promise<void> {
    await this.hears('CALL_INCOMING');
    await this.phone.command('hangup');
  }

  async hangup(): Promise<void> {
    await this.phone.command('hangup');
  }

  async press(key: string): Promise<void> {
    await this.phone.command('sndcode', key);
  }
}
