import { Injectable } from '@nestjs/common';
import { followMember, mayApply, meetsTerms } from '@core/contractor-pool';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { eligibilityOf, Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { ContractorPools, membershipOf, termsOf, type PoolMember } from './contractor-pools.store';

/** A verified enterprise applies for a pool, any day of the year, and may leave it again. */
@Injectable()
export class ApplyForPool {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Applies, or applies again after a return, a refusal or a cool-off. What the terms ask for and the register does not
   * show is said at once, before anybody spends time on it.
   */
  async run(actor: Actor, poolId: string): Promise<PoolMember> {
    return this.unit.run(async () => {
      const pool = await this.pools.get(poolId);
      const firm = await this.enterprises.get(actor.organisationId);
      const at = this.arrival.at();
      const eligibility = eligibilityOf(firm);
      orRefuse(eligible(eligibility, this.ruleSets.current, at));
      orRefuse(meetsTerms(termsOf(pool), eligibility.qualifications, at));
      const known = await this.pools.lockMember(pool.id, firm.id);
      orRefuse(mayApply(known && membershipOf(known), at));
      const fresh: PoolMember = {
        id: known?.id ?? this.ids.next(),
        poolId: pool.id,
        enterpriseId: firm.id,
        state: 'applied',
        appliedAt: at,
        admittedAt: null,
        tier: null,
        publishedAt: null,
        publicityUntil: null,
        reviewDueAt: null,
        reviewPassed: null,
        suspendedUntil: null,
        coolOffUntil: known?.coolOffUntil ?? null,
        missing: null,
      };
      if (known) await this.pools.changeMember(known.id, fresh);
      else await this.pools.addMember(fresh);
      await this.pools.addStep({ memberId: fresh.id, step: 'applied', at });
      await this.ledger.append({
        type: 'pool.applied',
        scope: 'platform',
        by: actor,
        body: { pool: pool.id, enterprise: firm.id },
      });
      return fresh;
    });
  }

  /** Leaves a pool, or takes an application back. What it confirmed before stands until it is frozen. */
  async leave(actor: Actor, poolId: string): Promise<PoolMember> {
    return this.unit.run(async () => {
      const member = await this.pools.lockMember(poolId, actor.organisationId);
      if (!member) throw new DomainError('pool.not_applied');
      const at = this.arrival.at();
      const state = orRefuse(followMember(membershipOf(member), 'leave', at));
      await this.pools.changeMember(member.id, { state });
      await this.pools.addStep({ memberId: member.id, step: 'left', at });
      await this.ledger.append({
        type: 'pool.left',
        scope: 'platform',
        by: actor,
        body: { pool: poolId, enterprise: member.enterpriseId },
      });
      return { ...member, state };
    });
  }
}
