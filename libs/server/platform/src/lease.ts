import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { SystemClock } from './clock/clock';
import { UnitOfWork } from './database/unit-of-work';
import { violates } from './database/transient';
import { Ids } from './ids';
import { LeaseRow } from './platform.entity';

/** A job that one process at a time may do: claimed by compare-and-set, lost when it is not renewed. */
@Injectable()
export class Leases {
  private readonly holder: string;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: SystemClock,
    ids: Ids,
  ) {
    this.holder = ids.next();
  }

  /** Takes or renews the lease for `ms` milliseconds. False when another process holds it. */
  async hold(name: string, ms: number): Promise<boolean> {
    const now = this.clock.now();
    const until = now + ms;
    return this.unit.run(async () => {
      const leases = this.unit.manager.getRepository(LeaseRow);
      const own = await leases.update({ name, holder: this.holder }, { until });
      if (own.affected === 1) return true;
      const expired = await leases.update(
        { name, until: LessThan(new Date(now) as never) },
        { holder: this.holder, until },
      );
      if (expired.affected === 1) return true;
      if (await leases.existsBy({ name })) return false;
      try {
        await leases.insert({ name, holder: this.holder, until });
        return true;
      } catch (error) {
        if (violates(error, 'PRIMARY', 'lease', ['name'])) return false;
        throw error;
      }
    });
  }

  /** Gives the lease back, so that a successor need not wait for it to expire. */
  async release(name: string): Promise<void> {
    await this.unit.run(() =>
      this.unit.manager.getRepository(LeaseRow).delete({ name, holder: this.holder }),
    );
  }
}
