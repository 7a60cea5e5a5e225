import { Injectable } from '@nestjs/common';
import { decideMember, type MemberDecision } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import { protocolTime } from '@core/kernel';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { POOL_MEMBER_MOVED } from './admit-member';
import { ContractorPools, membershipOf, termsOf, type PoolMember } from './contractor-pools.store';

const STEP = { suspend: 'suspended', remove: 'removed', reinstate: 'reinstated' } as const;

/** Suspends, removes and reinstates members of a pool: a supervising authority's alone, with number, ground and reason. */
@Injectable()
export class SuperviseMember {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a decision; it is public at once, and its period begins now. */
  async decide(
    actor: Actor,
    poolId: string,
    enterpriseId: string,
    decision: MemberDecision,
  ): Promise<PoolMember> {
    return this.unit.run(async () => {
      const member = await this.pools.lockMember(poolId, enterpriseId);
      if (!member) throw new DomainError('pool.not_applied');
      const at = this.arrival.at();
      const terms = termsOf(await this.pools.get(poolId));
      const decided = orRefuse(
        decideMember(membershipOf(member), decision, actor, terms, at, this.ruleSets.current),
      );
      await this.pools.changeMember(member.id, decided);
      const { kind, ground, number, reason } = decision;
      const until = kind === 'remove' ? decided.coolOffUntil : decided.suspendedUntil;
      const authority = (await this.people.organisation(actor.organisationId))?.name ?? '';
      await this.pools.addStep({
        memberId: member.id,
        step: STEP[kind],
        at,
        ground,
        number,
        authority,
        text: reason,
        until,
      });
      await this.ledger.append({
        type: `pool.${STEP[kind]}`,
        scope: 'platform',
        by: actor,
        body: {
          pool: poolId,
          enterprise: enterpriseId,
          number,
          ground,
          reason,
          authority,
          until: until === null ? null : protocolTime(until),
        },
      });
      await this.outbox.add(POOL_MEMBER_MOVED, { memberId: member.id, step: STEP[kind] });
      return { ...member, ...decided };
    });
  }
}
