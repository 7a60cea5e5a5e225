import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Reads, UnitOfWork } from '@server/platform';
import { SubscriptionRow } from './subscription.entity';

/** Subscriptions. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async add(row: SubscriptionRow): Promise<void> {
    await this.unit.manager.getRepository(SubscriptionRow).insert(row);
  }

  async change(id: string, change: Partial<SubscriptionRow>): Promise<void> {
    await this.unit.manager.getRepository(SubscriptionRow).update({ id }, change);
  }

  async remove(id: string): Promise<void> {
    await this.unit.manager.getRepository(SubscriptionRow).delete({ id });
  }

  /** By the digest of the secret in a link. */
  async byToken(token: string): Promise<SubscriptionRow | null> {
    return (await this.reads.manager()).getRepository(SubscriptionRow).findOneBy({ token });
  }

  /** How many an address has asked for since. */
  async askedSince(addressDigest: string, since: Instant): Promise<number> {
    return this.unit.manager.getRepository(SubscriptionRow).countBy({
      addressDigest,
      askedAt: MoreThan(new Date(since)) as never,
    });
  }

  /** Confirmed ones after an id, in order. */
  async confirmedAfter(id: string, limit: number): Promise<SubscriptionRow[]> {
    return (await this.reads.manager()).getRepository(SubscriptionRow).find({
      where: { id: MoreThan(id), confirmedAt: Not(IsNull()) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Drops those nobody confirmed; returns how many. */
  async dropUnconfirmed(before: Instant): Promise<number> {
    const gone = await this.unit.manager
      .getRepository(SubscriptionRow)
      .delete({ confirmedAt: IsNull(), askedAt: LessThan(new Date(before)) as never });
    return gone.affected ?? 0;
  }
}
