import { Injectable } from '@nestjs/common';
import { mayTakePart, meetsTerms } from '@core/contractor-pool';
import { eligible } from '@core/enterprise';
import type { Instant } from '@core/kernel';
import { eligibilityOf, type Enterprise } from '@server/enterprise';
import { orRefuse, RuleSets } from '@server/platform';
import type { TenderRow } from '@server/tender';
import {
  ContractorPools,
  membershipOf,
  termsOf,
  type ContractorPool,
} from './contractor-pools.store';
import { PoolWorks } from './pool-works';

/** Whether a firm may take part in a work of a pool. */
@Injectable()
export class PoolEntrance {
  constructor(
    private readonly pools: ContractorPools,
    private readonly works: PoolWorks,
    private readonly ruleSets: RuleSets,
  ) {}

  /**
   * Asks at `at`: in the register and in the pool, reviewed, by the licences it holds now in a tier that reaches the sum,
   * and not at its limit of unfinished works. Throws the reason why not.
   */
  async require(
    tender: TenderRow,
    pool: ContractorPool,
    firm: Enterprise,
    at: Instant,
  ): Promise<void> {
    const eligibility = eligibilityOf(firm);
    orRefuse(eligible(eligibility, this.ruleSets.of(tender), at));
    const terms = termsOf(pool);
    const member = await this.pools.member(pool.id, firm.id);
    const tier = meetsTerms(terms, eligibility.qualifications, at);
    const { mostUnfinished } = terms;
    const unfinished =
      mostUnfinished === null ? [] : await this.works.unfinished(pool.trade, firm.id);
    const work = {
      sum: tender.ceiling ?? tender.estimate,
      unfinished: unfinished.length,
      mostUnfinished,
    };
    const reached = tier.ok ? tier.value : null;
    const may = mayTakePart(member && membershipOf(member), reached, work, at);
    // A member whose licences no longer meet the terms is told which, not that its tier is too low.
    if (!may.ok && may.refusal.code === 'pool.above_tier') orRefuse(tier);
    orRefuse(may);
  }
}
