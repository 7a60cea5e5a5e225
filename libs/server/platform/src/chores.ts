import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { DAY } from '@core/kernel';
import { Background } from './background';
import { SystemClock } from './clock/clock';
import { ClockStore } from './clock/clock-store';
import { UnitOfWork } from './database/unit-of-work';
import { Deadlines } from './deadlines/deadlines';
import { Outbox } from './outbox/outbox';
import { IdempotencyRow } from './platform.entity';

const IDEMPOTENCY_LIFE = 3 * DAY;

/** What runs by itself on every installation: deadlines, outbox, clock, and clearing old idempotency keys. */
@Injectable()
export class Chores implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
    private readonly clockStore: ClockStore,
    private readonly clock: SystemClock,
    private readonly unit: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.background.add('deadlines', 150, () => this.deadlines.tick());
    this.background.add('outbox', 150, () => this.outbox.relay());
    this.background.add('clock', 1_000, () => this.clockStore.refresh());
    this.background.add('idempotency', 60 * 60 * 1_000, () => this.forget());
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now() - IDEMPOTENCY_LIFE);
    await this.unit.run(() =>
      this.unit.manager
        .getRepository(IdempotencyRow)
        .delete({ createdAt: LessThan(before as never) }),
    );
  }
}
