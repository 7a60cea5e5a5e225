import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MessageTopic } from '@core/notification';
import {
  ContractorPools,
  POOL_MEMBER_MOVED,
  POOL_REVIEW_DUE,
  type MemberStep,
} from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { People } from '@server/identity';
import { Outbox, type OutboxEvent } from '@server/platform';
import { Notify } from './notify';

const NAME = 'notification-pool';

/** What a firm is told of; who objected or left knows it already. */
const TOPIC: Partial<Record<MemberStep, MessageTopic>> = {
  returned: 'pool.returned',
  published: 'pool.published',
  admitted: 'pool.admitted',
  refused: 'pool.refused',
  reviewed: 'pool.reviewed',
  suspended: 'pool.decided',
  removed: 'pool.decided',
  reinstated: 'pool.decided',
};

/** Turns what happened to members of pools into messages: firms learn of it, registrars of objections. */
@Injectable()
export class PoolOccasions implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly notify: Notify,
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.outbox.consume(NAME, POOL_MEMBER_MOVED, (event) => this.moved(event));
    this.outbox.consume(NAME, POOL_REVIEW_DUE, (event) => this.due(event));
  }

  private async moved(event: OutboxEvent): Promise<void> {
    const step = event.payload.step as MemberStep;
    const member = await this.pools.memberById(String(event.payload.memberId));
    // The last step of this kind tells one occasion from the next of the same kind.
    const steps = (await this.pools.steps(member.id)).filter((one) => one.step === step);
    const about = `${member.id}/${step}/${steps.at(-1)?.at ?? 0}`;
    if (step === 'objected') {
      const registrars = await this.people.holders('registrar');
      const link = `/work/pools/${member.poolId}`;
      await this.tell(registrars, 'pool.objected', about, member, link);
      return;
    }
    const topic = TOPIC[step];
    if (topic === undefined) return;
    const own = await this.people.holders('bidder', member.enterpriseId);
    await this.tell(own, topic, about, member, '/work/pools');
  }

  private async due(event: OutboxEvent): Promise<void> {
    const { memberId, days, left, due } = event.payload;
    const member = await this.pools.memberById(String(memberId));
    const own = await this.people.holders('bidder', member.enterpriseId);
    const about = `${member.id}/${String(due)}/${Number(days)}`;
    await this.tell(own, 'pool.review_due', about, member, '/work/pools', {
      left: Number(left),
      due: String(due),
    });
  }

  private async tell(
    held: readonly { readonly personId: string }[],
    topic: MessageTopic,
    about: string,
    { poolId, enterpriseId }: { readonly poolId: string; readonly enterpriseId: string },
    link: string,
    more: Readonly<Record<string, string | number>> = {},
  ): Promise<void> {
    const { name: pool } = await this.pools.get(poolId);
    const { name: enterprise } = await this.enterprises.get(enterpriseId);
    const params = { pool, enterprise, ...more };
    await this.notify.tell(
      held.map(({ personId }) => personId),
      { topic, about, params, link },
    );
  }
}
