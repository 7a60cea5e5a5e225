import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Logger } from './logger';

interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/**
 * Work that goes on by itself: each job runs, waits `everyMs`, runs again; never twice at once in this process.
 * Started by the worker, or by the api when the worker is inline; what must not run in two processes takes a lease.
 */
@Injectable()
export class Background implements OnApplicationShutdown {
  private readonly jobs: Job[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = true;

  constructor(private readonly logger: Logger) {}

  /** Adds a job; it begins at once when the others are running already. */
  add(name: string, everyMs: number, run: () => Promise<unknown>): void {
    const job = { name, everyMs, run };
    this.jobs.push(job);
    this.schedule(job, 0);
  }

  /** Starts every job, or only those named: what must run where its sockets are. */
  start(only?: readonly string[]): void {
    this.stopped = false;
    const jobs = this.jobs.filter(({ name }) => only?.includes(name) ?? true);
    for (const job of jobs) this.schedule(job, 0);
  }

  /** Stops and waits for the jobs under way. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  private schedule(job: Job, delay: number): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const turn = this.once(job).finally(() => {
        this.running.delete(turn);
        this.schedule(job, job.everyMs);
      });
      this.running.add(turn);
    }, delay);
    this.timers.add(timer);
  }

  private async once(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (error) {
      this.logger.error('background job failed', { job: job.name, error });
    }
  }
}
