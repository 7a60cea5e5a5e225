import type { OnApplicationShutdown } from '@nestjs/common';

/** A stored event: numbered without a gap within its source. */
interface Numbered {
  readonly seq: number;
}

type Deliver<E> = (events: readonly E[]) => void;

interface Tail<E> {
  seq: number;
  readonly deliver: Deliver<E>;
  reading: Promise<void>;
}

const LOOK_AGAIN = 400;

/**
 * Follows the stored events of what somebody watches from this process (a hall, a lottery), in order and without a
 * gap, whoever wrote them: a commit here nudges it at once, what another process wrote is found within 400 ms. One
 * query per source and turn, however many watch.
 */
export abstract class EventFeed<E extends Numbered> implements OnApplicationShutdown {
  private readonly tails = new Map<string, Tail<E>>();
  private timer: NodeJS.Timeout | undefined;

  protected constructor(
    private readonly eventsAfter: (id: string, seq: number) => Promise<readonly E[]>,
  ) {}

  /** Begins to follow a source from `seq` on, unless somebody does already. */
  follow(id: string, seq: number, deliver: Deliver<E>): void {
    if (this.tails.has(id)) return;
    this.tails.set(id, { seq, deliver, reading: Promise.resolve() });
    this.timer ??= setInterval(() => {
      for (const followed of this.tails.keys()) this.nudge(followed);
    }, LOOK_AGAIN);
  }

  /** Stops following when the last watcher has gone. */
  unfollow(id: string): void {
    this.tails.delete(id);
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

  /** Looks for new events now. */
  protected nudge(id: string): void {
    const tail = this.tails.get(id);
    if (!tail) return;
    tail.reading = tail.reading.then(() => this.read(id, tail)).catch(() => undefined);
  }

  private async read(id: string, tail: Tail<E>): Promise<void> {
    if (this.tails.get(id) !== tail) return;
    const events = await this.eventsAfter(id, tail.seq);
    const last = events.at(-1);
    if (!last) return;
    tail.seq = last.seq;
    tail.deliver(events);
  }
}
