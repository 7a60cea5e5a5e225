import type { SystemClock } from '@server/platform';
import type { LegEvent } from './leg';

/** What a call waits for: the line, the time, or the platform. */
export type Signal = LegEvent | { readonly type: 'TIMEOUT' } | { readonly type: 'ABORT' };

/** Signals in the order they came, read by one reader. */
export class Signals {
  private readonly waiting: Signal[] = [];
  private wake: (() => void) | null = null;

  constructor(private readonly clock: SystemClock) {}

  push(signal: Signal): void {
    this.waiting.push(signal);
    this.wake?.();
  }

  /** The next signal, or TIMEOUT at the system instant `until`. */
  async next(until: number): Promise<Signal> {
    for (;;) {
      const signal = this.waiting.shift();
      if (signal) return signal;
      const left = until - this.clock.now();
      if (left <= 0) return { type: 'TIMEOUT' };
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
  }
}
