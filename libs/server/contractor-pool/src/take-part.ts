import { Injectable } from '@nestjs/common';
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
import { ContractorPools, type Participation } from './contractor-pools.store';

/** A pool member confirms that it takes part in a lottery; judged by when the request arrived. */
@Injectable()
export class TakePart {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly pools: ContractorPools,
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

  /** Whether a firm may be in the lottery of a tender now; throws the reason why not. */
  async requireEligible(tender: TenderRow, firm: Enterprise, at: Instant): Promise<void> {
    orRefuse(eligible(eligibilityOf(firm), this.ruleSets.get(tender.ruleSetId), at));
    const pool = await this.pools.ofTrade(tender.category);
    const member = pool && (await this.pools.member(pool.id, firm.id));
    if (member?.state !== 'admitted') throw new DomainError('pool.not_a_member');
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
    await this.pools.addParticipation(row);
    await this.ledger.append({
      type: 'lottery.entered',
      scope: 'platform',
      by: actor,
      body: { tender: tenderId, receipt: row.receipt },
    });
    return row;
  }
}
