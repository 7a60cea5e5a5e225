import { Injectable } from '@nestjs/common';
import { memberStateAt, nextReview, standToPool, type ApplicantStand } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import { protocolTime } from '@core/kernel';
import { eligibilityOf, Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Performances, type Performance } from '@server/performance';
import { Arrival, DomainError, LegalClock, Outbox, UnitOfWork } from '@server/platform';
import { POOL_MEMBER_MOVED } from './admit-member';
import { ContractorPools, membershipOf, termsOf, type PoolMember } from './contractor-pools.store';

/** What a review of a member looks at. */
export interface ReviewFacts {
  readonly stand: ApplicantStand;
  /** How its works were judged by those they were done for, the latest first. */
  readonly performances: readonly Performance[];
}

/**
 * The yearly review of a member: the registrar looks at licences and performance and records whether they are in order.
 * One that is not leaves the member sitting out until a later review finds it in order; to suspend or remove is the
 * authority's.
 */
@Injectable()
export class ReviewMember {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly performances: Performances,
    private readonly clock: LegalClock,
    private readonly arrival: Arrival,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /** What the review of a member, or of an applicant, has before it. */
  async facts(member: PoolMember): Promise<ReviewFacts> {
    const terms = termsOf(await this.pools.get(member.poolId));
    const { qualifications } = eligibilityOf(await this.enterprises.get(member.enterpriseId));
    return {
      stand: standToPool(terms, qualifications, this.clock.now()),
      performances: await this.performances.ofEnterprise(member.enterpriseId),
    };
  }

  /** Records a review, with its reason where it failed; the next one is due a year later. */
  async run(
    actor: Actor,
    poolId: string,
    enterpriseId: string,
    review: { readonly passed: boolean; readonly text: string },
  ): Promise<PoolMember> {
    return this.unit.run(async () => {
      const member = await this.pools.lockMember(poolId, enterpriseId);
      const at = this.arrival.at();
      if (!member || memberStateAt(membershipOf(member), at) !== 'admitted') {
        throw new DomainError('pool.wrong_state', { state: member?.state ?? '' });
      }
      const { passed, text } = review;
      if (!passed && text.trim() === '') {
        throw new DomainError('pool.decision_incomplete', { missing: ['text'] });
      }
      const pool = await this.pools.get(poolId);
      const { stand } = await this.facts(member);
      const isMet = stand.tier !== null && stand.missing.length === 0;
      if (passed && !isMet) {
        const missing = stand.conditions
          .filter((one) => one.stand !== 'held')
          .map((one) => [one.type, one.grade ?? ''].join(' ').trim());
        throw new DomainError('pool.conditions_unmet', { missing });
      }
      const change = {
        reviewPassed: passed ? 1 : 0,
        reviewDueAt: nextReview(termsOf(pool), at),
        ...(passed ? { tier: stand.tier?.key ?? member.tier } : {}),
      };
      await this.pools.changeMember(member.id, change);
      const until = change.reviewDueAt;
      const step = 'reviewed' as const;
      await this.pools.addStep({ memberId: member.id, step, at, text, until });
      await this.ledger.append({
        type: 'pool.reviewed',
        scope: 'platform',
        by: actor,
        body: { pool: poolId, enterprise: enterpriseId, passed, until: protocolTime(until) },
      });
      await this.outbox.add(POOL_MEMBER_MOVED, { memberId: member.id, step });
      return { ...member, ...change };
    });
  }
}
