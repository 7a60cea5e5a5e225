import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Background } from './background';
import { Retention } from './retention';
import { ClockStore } from './clock/clock-store';
import { UnitOfWork } from './database/unit-of-work';
import { Deadlines } from './deadlines/deadlines';
import { Outbox } from './outbox/outbox';
import { IdempotencyRow } from './platform.entity';

const IDEMPOTENCY_DAYS = 3;

/** What runs by itself on every installation: deadlines, outbox, clock, and forgetting old idempotency keys. */
@Injectable()
export class Chores implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
    private readonly clockStore: ClockStore,
    private readonly unit: UnitOfWork,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.background.add('deadlines', 150, () => this.deadlines.tick());
    this.background.add('outbox', 150, () => this.outbox.relay());
    this.background.add('clock', 1_000, () => this.clockStore.refresh());
    this.retention.add({
      name: 'idempotency keys',
      dataClass: 'internal',
      days: IDEMPOTENCY_DAYS,
      clock: 'system',
      sweep: (before) => this.forgetKeys(before),
    });
  }

  private async forgetKeys(before: Instant): Promise<number> {
    const gone = await this.unit.run(() =>
      this.unit.manager
        .getRepository(IdempotencyRow)
        .delete({ createdAt: LessThan(new Date(before) as never) }),
    );
    return gone.affected ?? 0;
  }
}
