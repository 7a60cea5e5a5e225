import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '@core/kernel';

/** The computer's own time: tokens, leases, sockets, logs. It is never moved. */
@Injectable()
export class SystemClock {
  /** Milliseconds since the epoch. */
  now(): Instant {
    return Date.now();
  }
}

/** Where the legal clock stands relative to the system clock. */
export interface ClockPosition {
  readonly legalAnchor: Instant;
  readonly systemAnchor: Instant;
  readonly rate: number;
}

/**
 * The time by which deadlines are judged. In production it *is* the system clock; in demos and tests it
 * starts on a fixed 2026 date, and may be moved forward or accelerated, never back.
 */
@Injectable()
export class LegalClock {
  private position: ClockPosition | null = null;

  constructor(private readonly system: SystemClock) {}

  /** The legal instant, whole milliseconds. */
  now(): Instant {
    const { position } = this;
    const system = this.system.now();
    if (position === null) return system;
    return Math.floor(position.legalAnchor + (system - position.systemAnchor) * position.rate);
  }

  /** Whether this clock may differ from real time; bundles and records then carry `"demo":true`. */
  get isDemo(): boolean {
    return this.position !== null;
  }

  /** How many legal milliseconds pass in one real one. */
  get rate(): number {
    return this.position?.rate ?? 1;
  }

  /** Takes over a stored position; only the clock store calls this. */
  adopt(position: ClockPosition): void {
    this.position = position;
  }
}

const arrivals = new AsyncLocalStorage<{ readonly at: Instant }>();

/**
 * The legal instant at which the present request entered, before any queue. Deadlines are judged by it,
 * however long the request then waited. Outside a request it is simply now.
 */
@Injectable()
export class Arrival {
  constructor(private readonly clock: LegalClock) {}

  /** Runs `work` as having arrived now. */
  stamp<T>(work: () => T): T {
    return arrivals.run({ at: this.clock.now() }, work);
  }

  /** When the present request arrived. */
  at(): Instant {
    return arrivals.getStore()?.at ?? this.clock.now();
  }
}
