import { Injectable, type OnModuleInit } from '@nestjs/common';
import { followMember, meetsTerms, nextReview, publicityEnd } from '@core/contractor-pool';
import { registered } from '@core/enterprise';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { protocolTime, type Instant } from '@core/kernel';
import { Calendars } from '@server/calendar';
import { eligibilityOf, Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  Ids,
  LegalClock,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import {
  ContractorPools,
  membershipOf,
  termsOf,
  type PoolMember,
  type PoolObjection,
} from './contractor-pools.store';

const PUBLICITY = 'pool.publicity';

/** Said when a membership moved: `{memberId, step}`. */
export const POOL_MEMBER_MOVED = 'pool.member_moved';

/**
 * From an application to an admission: checked, returned with everything that is missing or published, objected to,
 * and admitted by itself when the publication is over and no objection waits.
 */
@Injectable()
export class AdmitMember implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
    private readonly deadlines: Deadlines,
    private readonly arrival: Arrival,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(PUBLICITY, (memberId) => this.settle(memberId));
  }

  /** The registrar returns an application, and says everything that is missing, once (一次性告知). */
  async sendBack(
    actor: Actor,
    poolId: string,
    enterpriseId: string,
    missing: readonly string[],
  ): Promise<PoolMember> {
    return this.unit.run(async () => {
      const member = await this.lock(poolId, enterpriseId);
      const at = this.arrival.at();
      const state = orRefuse(followMember(membershipOf(member), 'return', at));
      if (missing.length === 0)
        throw new DomainError('pool.decision_incomplete', { missing: ['missing'] });
      await this.pools.changeMember(member.id, { state, missing });
      await this.told(actor, member, 'returned', at, { text: missing.join('；') });
      return { ...member, state, missing };
    });
  }

  /**
   * The registrar found an application complete and true: it is published with the tier its licences reach, for the
   * working days of the pool's terms.
   */
  async publish(actor: Actor, poolId: string, enterpriseId: string): Promise<PoolMember> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      const member = await this.lock(poolId, enterpriseId);
      const at = this.arrival.at();
      const state = orRefuse(followMember(membershipOf(member), 'publish', at));
      const pool = await this.pools.get(poolId);
      const terms = termsOf(pool);
      const firm = await this.enterprises.get(enterpriseId);
      const tier = orRefuse(meetsTerms(terms, eligibilityOf(firm).qualifications, at)).key;
      const until = orRefuse(publicityEnd(terms, calendar, at));
      const change = { state, tier, publishedAt: at, publicityUntil: until, missing: null };
      await this.pools.changeMember(member.id, change);
      await this.deadlines.set(PUBLICITY, member.id, until);
      await this.told(actor, member, 'published', at, { until });
      return { ...member, ...change };
    });
  }

  /** A registered firm objects to an admission while it is published. */
  async object(
    actor: Actor,
    poolId: string,
    enterpriseId: string,
    text: string,
  ): Promise<PoolObjection> {
    const firm = await this.enterprises.get(actor.organisationId);
    orRefuse(registered(firm.state, this.ruleSets.current, this.arrival.at()));
    return this.unit.run(async () => {
      const member = await this.lock(poolId, enterpriseId);
      const at = this.arrival.at();
      const { state, publicityUntil } = member;
      if (state !== 'published' || publicityUntil === null || at >= publicityUntil) {
        throw new DomainError('pool.publicity_over', { state });
      }
      const filed = await this.pools.objections(poolId);
      if (filed.some((one) => one.memberId === member.id && one.enterpriseId === firm.id)) {
        throw new DomainError('pool.objected_already');
      }
      const objection: PoolObjection = {
        id: this.ids.next(),
        poolId,
        memberId: member.id,
        enterpriseId: firm.id,
        text,
        filedAt: at,
        reply: null,
        upheld: null,
        repliedAt: null,
      };
      await this.pools.addObjection(objection);
      await this.told(actor, member, 'objected', at, {});
      return objection;
    });
  }

  /** The registrar answers an objection; one that is upheld ends the application, with the answer as its reason. */
  async answer(actor: Actor, id: string, reply: string, upheld: boolean): Promise<PoolMember> {
    const { memberId } = await this.pools.objection(id);
    const member = await this.unit.run(async () => {
      const locked = await this.pools.lockMemberById(memberId);
      const at = this.arrival.at();
      await this.pools.answerObjection(id, { reply, upheld: upheld ? 1 : 0, repliedAt: at });
      await this.ledger.append({
        type: 'pool.objection_answered',
        scope: 'platform',
        by: actor,
        body: { pool: locked.poolId, enterprise: locked.enterpriseId, objection: id, upheld },
      });
      if (!upheld || locked.state !== 'published') return locked;
      const state = orRefuse(followMember(membershipOf(locked), 'refuse', at));
      await this.pools.changeMember(locked.id, { state });
      await this.told(actor, locked, 'refused', at, { text: reply });
      return { ...locked, state };
    });
    await this.settle(memberId);
    return this.pools.memberById(member.id);
  }

  /** Admits a published firm when its time is over and no objection waits; else does nothing. */
  async settle(memberId: string): Promise<void> {
    await this.unit.run(async () => {
      const member = await this.pools.lockMemberById(memberId);
      const now = this.clock.now();
      const { state, publicityUntil } = member;
      if (state !== 'published' || publicityUntil === null || now < publicityUntil) return;
      if ((await this.pools.openObjections(memberId)) > 0) return;
      const terms = termsOf(await this.pools.get(member.poolId));
      const reviewDueAt = nextReview(terms, now);
      await this.pools.changeMember(memberId, {
        state: orRefuse(followMember(membershipOf(member), 'admit', now)),
        admittedAt: now,
        reviewDueAt,
        reviewPassed: null,
      });
      await this.told(PLATFORM_ACTOR, member, 'admitted', now, { until: reviewDueAt });
    });
  }

  private async lock(poolId: string, enterpriseId: string): Promise<PoolMember> {
    const member = await this.pools.lockMember(poolId, enterpriseId);
    if (!member) throw new DomainError('pool.not_applied');
    return member;
  }

  private async told(
    actor: Actor,
    { id: memberId, poolId, enterpriseId }: PoolMember,
    step: 'returned' | 'published' | 'objected' | 'admitted' | 'refused',
    at: Instant,
    { text = '', until = null }: { readonly text?: string; readonly until?: Instant | null },
  ): Promise<void> {
    await this.pools.addStep({ memberId, step, at, text, until });
    await this.ledger.append({
      type: `pool.${step}`,
      scope: 'platform',
      by: actor,
      body: {
        pool: poolId,
        enterprise: enterpriseId,
        ...(until === null ? {} : { until: protocolTime(until) }),
      },
    });
    await this.outbox.add(POOL_MEMBER_MOVED, { memberId, step });
  }
}
