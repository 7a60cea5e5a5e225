import { Injectable } from '@nestjs/common';
import { mayTakePart, meetsTerms } from '@core/contractor-pool';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { takeBeforeDeadline } from '@core/tender';
import { Bids } from '@server/bid';
import { eligibilityOf, Enterprises, type Enterprise } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Tenders, toTender, type TenderRow } from '@server/tender';
import { ContractorPools, membershipOf, termsOf } from '../pool/contractor-pools.store';
import { PoolWorks } from '../pool/pool-works';
import { Lotteries, type Participation } from './lotteries.store';

/** A pool member confirms that it takes part in a lottery; judged by when the request arrived. */
@Injectable()
export class TakePart {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly pools: ContractorPools,
    private readonly works: PoolWorks,
    private readonly lotteries: Lotteries,
    private readonly bids: Bids,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /** Confirms once; the receipt is a random code, so that it does not tell how many came before. */
  async run(actor: Actor, tenderId: string): Promise<Participation> {
    const at = this.arrival.at();
    // Noted first: the freezing at the deadline waits for whoever arrived in time and is still under way.
    const leave = await this.bids.enter(tenderId, at);
    try {
      return await this.unit.run(() => this.confirm(actor, tenderId, at));
    } finally {
      await leave();
    }
  }

  /**
   * Whether a firm may be in the lottery of a tender at `at`: in the register and in the pool of its trade, reviewed, by
   * the licences it holds now in a tier that reaches the sum, and not at its limit of unfinished works. Throws the reason
   * why not.
   */
  async requireEligible(tender: TenderRow, firm: Enterprise, at: Instant): Promise<void> {
    const eligibility = eligibilityOf(firm);
    orRefuse(eligible(eligibility, this.ruleSets.get(tender.ruleSetId), at));
    const pool = await this.pools.ofTrade(tender.category);
    if (!pool) throw new DomainError('pool.not_a_member');
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

  private async confirm(actor: Actor, tenderId: string, at: Instant): Promise<Participation> {
    const tender = await this.tenders.published(tenderId);
    if (tender.method !== 'lottery') {
      throw new DomainError('lottery.not_this_method', { method: tender.method });
    }
    orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.get(tender.ruleSetId)));
    const firm = await this.enterprises.get(actor.organisationId);
    await this.requireEligible(tender, firm, at);
    const row: Participation = {
      id: this.ids.next(),
      tenderId,
      enterpriseId: firm.id,
      receipt: this.randomness.code('L'),
      at,
    };
    await this.lotteries.addParticipation(row);
    await this.ledger.append({
      type: 'lottery.entered',
      scope: 'platform',
      by: actor,
      body: { tender: tenderId, receipt: row.receipt },
    });
    return row;
  }
}
