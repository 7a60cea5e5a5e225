import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import { forUpdate, Reads, SystemClock, UnitOfWork } from '@server/platform';
import { SessionRow } from './identity.entity';

/** Session rows. */
@Injectable()
export class SessionRows {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly clock: SystemClock,
  ) {}

  async add(row: SessionRow): Promise<void> {
    await this.unit.manager.getRepository(SessionRow).insert(row);
  }

  async lock(id: string): Promise<SessionRow | null> {
    return this.unit.manager
      .getRepository(SessionRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
  }

  /** The session if it is still good: neither revoked nor run out. */
  async live(id: string): Promise<SessionRow | null> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(SessionRow).findOneBy({ id, revokedAt: IsNull() });
    return row && row.expiresAt > this.clock.now() ? row : null;
  }

  async liveOf(personId: string): Promise<SessionRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(SessionRow).find({
      where: {
        personId,
        revokedAt: IsNull(),
        expiresAt: MoreThan(new Date(this.clock.now()) as never),
      },
      order: { rotatedAt: 'DESC' },
    });
  }

  async change(id: string, change: Partial<SessionRow>): Promise<void> {
    await this.unit.manager.getRepository(SessionRow).update({ id }, change);
  }

  /** Ends a session; returns whether it was live. */
  async revoke(id: string): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(SessionRow)
      .update({ id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    return result.affected === 1;
  }

  /** Forgets sessions that ran out before an instant: device and address are access data. */
  async forgetEnded(before: Instant): Promise<number> {
    const gone = await this.unit.manager
      .getRepository(SessionRow)
      .delete({ expiresAt: LessThan(new Date(before) as never) });
    return gone.affected ?? 0;
  }

  /** Forgets every session of a person. */
  async forgetOf(personId: string): Promise<void> {
    await this.unit.manager.getRepository(SessionRow).delete({ personId });
  }
}
