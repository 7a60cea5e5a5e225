import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '@core/kernel';
import { Background } from './background';
import { LegalClock, SystemClock } from './clock/clock';
import type { DataClass } from './database/columns';
import { Leases } from './lease';
import { Logger } from './logger';

/** One kind of data that is not kept for ever. */
export interface Kept {
  /** What it is, for the log and the list. */
  readonly name: string;
  readonly dataClass: DataClass;
  readonly days: number;
  /** The clock its rows are dated by. */
  readonly clock: 'system' | 'legal';
  /** Deletes what ended before the instant; returns how many. */
  readonly sweep: (before: Instant) => Promise<number>;
}

/**
 * How long data is kept, per kind (blueprint §2): access data at least six months (Cybersecurity Law art. 21 (3)), then
 * it goes by itself. Files, records and everything of a tender have no entry here: they are kept (at least fifteen
 * years, Government Procurement Law art. 42), and personal data in them is erased only through its own command.
 */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly kinds: Kept[] = [];

  constructor(
    private readonly background: Background,
    private readonly system: SystemClock,
    private readonly legal: LegalClock,
    private readonly leases: Leases,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.background.add('retention', HOUR, () => this.tick());
  }

  /** Adds a kind; called once by the module that owns the data. */
  add(kind: Kept): void {
    this.kinds.push(kind);
  }

  /** What is kept how long. */
  list(): readonly Kept[] {
    return this.kinds;
  }

  /** Sweeps every kind once. Returns how many rows went, by kind. */
  async sweep(): Promise<Readonly<Record<string, number>>> {
    const gone: Record<string, number> = {};
    for (const { name, days, clock, sweep } of this.kinds) {
      gone[name] = await sweep(this[clock].now() - days * DAY);
    }
    return gone;
  }

  /** One process sweeps, at most hourly. */
  private async tick(): Promise<void> {
    if (!(await this.leases.hold('retention', 2 * HOUR))) return;
    const gone = await this.sweep();
    if (Object.values(gone).some((count) => count > 0)) this.logger.info('retention', { gone });
  }
}
