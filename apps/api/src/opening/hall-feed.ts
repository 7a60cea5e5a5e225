import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HallLog, Openings, type StoredHallEvent } from '@server/opening';

type Deliver = (events: readonly StoredHallEvent[]) => void;

interface Tail {
  seq: number;
  readonly deliver: Deliver;
  reading: Promise<void>;
}

const LOOK_AGAIN = 400;

/**
 * Follows the stored events of the halls somebody watches from this process, in order and without a gap, whoever
 * wrote them: a commit here nudges it at once, what another process wrote is found within 400 ms. One query per hall
 * and turn, however many watch.
 */
@Injectable()
export class HallFeed implements OnApplicationShutdown {
  private readonly tails = new Map<string, Tail>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly openings: Openings,
    log: HallLog,
  ) {
    log.onEvent((openingId) => this.nudge(openingId));
  }

  /** Begins to follow a hall from `seq` on, unless somebody does already. */
  follow(openingId: string, seq: number, deliver: Deliver): void {
    if (this.tails.has(openingId)) return;
    this.tails.set(openingId, { seq, deliver, reading: Promise.resolve() });
    this.timer ??= setInterval(() => {
      for (const id of this.tails.keys()) this.nudge(id);
    }, LOOK_AGAIN);
  }

  /** Stops following when the last watcher has gone. */
  unfollow(openingId: string): void {
    this.tails.delete(openingId);
    if (this.tails.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const reading = [...this.tails.values()].map((tail) => tail.reading);
    this.tails.clear();
    await Promise.all(reading);
  }

  private nudge(openingId: string): void {
    const tail = this.tails.get(openingId);
    if (!tail) return;
    tail.reading = tail.reading.then(() => this.read(openingId, tail)).catch(() => undefined);
  }

  private async read(openingId: string, tail: Tail): Promise<void> {
    if (this.tails.get(openingId) !== tail) return;
    const events = await this.openings.eventsAfter(openingId, tail.seq);
    const last = events.at(-1);
    if (!last) return;
    tail.seq = last.seq;
    tail.deliver(events);
  }
}
