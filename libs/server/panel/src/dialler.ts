import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SECOND } from '@core/kernel';
import type { VoiceScript } from '@core/voice';
import { Background, Config, Ids, Logger, SystemClock } from '@server/platform';
import { VoiceGateway, type VoiceCallEvent } from '@server/voice';
import { FillSeats } from './fill-seats';
import { PlaceCalls, type DueCall } from './place-calls';

/** The background job that makes calls: it runs in the process that has the pages or the lines. */
export const DIALLER = 'calls';

const LOOK_AGAIN = SECOND / 2;
const LEASE = 20 * SECOND;
/** How long a call waits for the process that can ring it, where there are several. */
const GRACE = 3 * SECOND;

interface Running {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Makes the calls that are due, all at once, and ends those that are no longer wanted. */
@Injectable()
export class Dialler implements OnModuleInit, BeforeApplicationShutdown {
  private readonly holder: string;
  private readonly running = new Map<string, Running>();
  private readonly waiting = new Map<string, number>();
  private isClosing = false;

  constructor(
    private readonly place: PlaceCalls,
    private readonly seats: FillSeats,
    private readonly gateway: VoiceGateway,
    private readonly background: Background,
    private readonly config: Config,
    private readonly clock: SystemClock,
    private readonly logger: Logger,
    ids: Ids,
  ) {
    this.holder = ids.next();
  }

  onModuleInit(): void {
    if (this.config.settings.VOICE === 'off') return;
    this.background.add(DIALLER, LOOK_AGAIN, () => this.tick());
    this.seats.onStopped((callId) => this.running.get(callId)?.abort.abort());
  }

  /** Ends what is being called; the calls come again after the restart and count for nobody. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    for (const { abort } of this.running.values()) abort.abort();
    await this.settled();
    await this.gateway.close();
  }

  /** One turn: looks after what runs, and begins what is due. */
  async tick(): Promise<void> {
    if (this.isClosing || (await this.gateway.health()).capacity === 0) return;
    await this.place.recover();
    const wanted = await this.place.renew([...this.running.keys()], this.holder, LEASE);
    for (const [id, { abort }] of this.running) if (!wanted.has(id)) abort.abort();
    const due = await this.place.due();
    for (const id of this.waiting.keys()) {
      if (!due.some(({ call }) => call.id === id)) this.waiting.delete(id);
    }
    for (const one of due) {
      if (!this.isOurs(one)) continue;
      const script = await this.place.begin(one, this.holder, LEASE);
      if (script) this.dial(one, script);
    }
  }

  /** Waits until no call is running. */
  async settled(): Promise<void> {
    while (this.running.size > 0) {
      await Promise.all([...this.running.values()].map(({ done }) => done));
    }
  }

  /** Whoever can ring somebody goes first; what nobody can ring is tried by anybody after a while. */
  private isOurs({ call, to }: DueCall): boolean {
    if (this.gateway.reaches(to)) return true;
    const since = this.waiting.get(call.id) ?? this.clock.now();
    this.waiting.set(call.id, since);
    return this.clock.now() - since >= GRACE;
  }

  private dial(due: DueCall, script: VoiceScript): void {
    const { id } = due.call;
    const abort = new AbortController();
    const done = this.carry(due, script, abort.signal)
      .catch((error: unknown) => this.logger.error('call failed', { call: id, error }))
      .finally(() => this.running.delete(id));
    this.running.set(id, { abort, done });
  }

  private async carry(
    { call, to }: DueCall,
    script: VoiceScript,
    signal: AbortSignal,
  ): Promise<void> {
    const { ringTimeoutMs, keyTimeoutMs, repeats, maxCallMs } = this.config.settings.VOICE_POLICY;
    // Written one after the other, in the order they happened; a row that fails does not end the call.
    let written = Promise.resolve();
    let ms = 0;
    const onEvent = (event: VoiceCallEvent): void => {
      ({ ms } = event);
      if (event.type === 'RESULT') return;
      written = written
        .then(() => this.place.heard(call.id, event))
        .catch((error: unknown) => {
          this.logger.error('call event not kept', { call: call.id, error });
        });
    };
    const result = await this.gateway.call(
      { callId: call.id, to, script, ringTimeoutMs, keyTimeoutMs, repeats, maxCallMs },
      {
        signal,
        onEvent,
        decide: async (key) => {
          await written;
          return this.place.decide(call.id, key, ms);
        },
      },
    );
    await written;
    await this.place.end(call.id, result);
  }
}
