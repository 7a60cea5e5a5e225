import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DAY, HOUR } from '@core/kernel';
import { daysBetween, legalDate } from '@core/rules';
import { Background, Leases, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { ContractorPools } from './contractor-pools.store';

/** Days before a yearly review on which the firm is told. */
const REMINDERS = [30, 7, 1] as const;

/** Said once per member and step: `{memberId, days, due}`. */
export const POOL_REVIEW_DUE = 'pool.review_due';

/** Looks hourly for yearly reviews that are due soon. */
@Injectable()
export class PoolReminders implements OnModuleInit {
  constructor(
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly clock: LegalClock,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.background.add('pool reviews', HOUR, async () => {
      if (await this.leases.hold('pool-reviews', 2 * HOUR)) await this.tick();
    });
  }

  /** Looks once; whoever is told twice hears it once, for the message is known by member, day and step. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const due = await this.pools.reviewsDue(now + (REMINDERS[0] + 1) * DAY);
    for (const { id: memberId, reviewDueAt } of due) {
      if (reviewDueAt === null || reviewDueAt <= now) continue;
      const day = legalDate(reviewDueAt - 1);
      const left = daysBetween(legalDate(now), day);
      const days = REMINDERS.findLast((one) => left <= one);
      if (days === undefined) continue;
      await this.unit.run(() =>
        this.outbox.add(POOL_REVIEW_DUE, { memberId, days, left, due: day }),
      );
    }
  }
}
