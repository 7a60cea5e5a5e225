import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual, Or } from 'typeorm';
import { SECOND, type Instant } from '@core/kernel';
import { LegalClock, SystemClock } from '../clock/clock';
import { UnitOfWork } from '../database/unit-of-work';
import { Logger } from '../logger';
import { DeadlineRow } from '../platform.entity';

type Handler = (subject: string) => Promise<void>;

const LEASE = 20 * SECOND;
const MAX_ATTEMPTS = 20;

/**
 * Moments that wake a use case. The row only wakes: the use case decides again from the clock, so a deadline
 * that fires twice, late or for nothing does no harm. Claimed by compare-and-set lease.
 */
@Injectable()
export class Deadlines {
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly legal: LegalClock,
    private readonly system: SystemClock,
    private readonly logger: Logger,
  ) {}

  /** Says what to do when a deadline of this kind is reached. */
  on(kind: string, handler: Handler): void {
    if (this.handlers.has(kind)) throw new Error(`deadline ${kind} has two handlers`);
    this.handlers.set(kind, handler);
  }

  /** Sets (or moves) the deadline of `kind` for `subject`, in the present unit. */
  async set(kind: string, subject: string, at: Instant): Promise<void> {
    const rows = this.unit.manager.getRepository(DeadlineRow);
    const id = `${kind}:${subject}`;
    const fresh = { at, leaseUntil: null, attempts: 0, doneAt: null, parkedAt: null };
    if (await rows.existsBy({ id })) await rows.update({ id }, fresh);
    else await rows.insert({ id, kind, subject, ...fresh });
  }

  /** Takes a deadline away, in the present unit. */
  async drop(kind: string, subject: string): Promise<void> {
    await this.unit.manager.getRepository(DeadlineRow).delete({ id: `${kind}:${subject}` });
  }

  /** Wakes whatever is due; returns how many handlers ran to their end. */
  async tick(limit = 50): Promise<number> {
    const now = this.legal.now();
    const due = await this.unit.run(() =>
      this.unit.manager.getRepository(DeadlineRow).find({
        where: {
          doneAt: IsNull(),
          parkedAt: IsNull(),
          at: LessThanOrEqual(new Date(now) as never),
          leaseUntil: Or(IsNull(), LessThan(new Date(this.system.now()) as never)),
        },
        order: { at: 'ASC', id: 'ASC' },
        take: limit,
      }),
    );
    let done = 0;
    for (const row of due) if (await this.wake(row)) done++;
    return done;
  }

  /** Deadlines that were given up after repeated failures: somebody must look. */
  async parked(): Promise<DeadlineRow[]> {
    return this.unit.run(() =>
      this.unit.manager
        .getRepository(DeadlineRow)
        .createQueryBuilder('d')
        .where('d.parkedAt IS NOT NULL')
        .getMany(),
    );
  }

  private async wake(row: DeadlineRow): Promise<boolean> {
    const handler = this.handlers.get(row.kind);
    if (!handler) return false;
    const mine = { id: row.id, at: row.at, attempts: row.attempts };
    const claimed = await this.update(
      { ...mine, at: new Date(row.at) },
      { attempts: row.attempts + 1, leaseUntil: this.system.now() + LEASE },
    );
    if (!claimed) return false;
    try {
      await handler(row.subject);
    } catch (error) {
      this.logger.error('deadline failed', { id: row.id, attempts: row.attempts + 1, error });
      const parkedAt = row.attempts + 1 >= MAX_ATTEMPTS ? this.system.now() : null;
      await this.update(
        { id: row.id, attempts: row.attempts + 1 },
        { parkedAt, leaseUntil: this.system.now() + 2 ** Math.min(row.attempts, 8) * 250 },
      );
      return false;
    }
    // A handler may have moved its own deadline: then `at` differs and the row stays open.
    await this.update(
      { id: row.id, at: new Date(row.at), attempts: row.attempts + 1 },
      { doneAt: this.system.now(), leaseUntil: null },
    );
    return true;
  }

  private async update(
    where: Record<string, unknown>,
    change: Partial<DeadlineRow>,
  ): Promise<boolean> {
    const result = await this.unit.run(() =>
      this.unit.manager.getRepository(DeadlineRow).update(where, change),
    );
    return result.affected === 1;
  }
}
