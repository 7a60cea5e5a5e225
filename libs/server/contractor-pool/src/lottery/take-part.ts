import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { takeBeforeDeadline } from '@core/tender';
import { Bids } from '@server/bid';
import { Enterprises, type Enterprise } from '@server/enterprise';
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
import { ContractorPools } from '../pool/contractor-pools.store';
import { PoolEntrance } from '../pool/pool-entrance';
import { Lotteries, type Participation } from './lotteries.store';

/** A pool member confirms that it takes part in a lottery; judged by when the request arrived. */
@Injectable()
export class TakePart {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly pools: ContractorPools,
    private readonly entrance: PoolEntrance,
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

  /** Whether a firm may be in the lottery of a tender at `at`; throws the reason why not. */
  async requireEligible(tender: TenderRow, firm: Enterprise, at: Instant): Promise<void> {
    const pool = await this.pools.ofTrade(tender.category);
    if (!pool) throw new DomainError('pool.not_a_member');
    await this.entrance.require(tender, pool, firm, at);
  }

  private async confirm(actor: Actor, tenderId: string, at: Instant): Promise<Participation> {
    const tender = await this.tenders.published(tenderId);
    if (tender.method !== 'lottery') {
      throw new DomainError('lottery.not_this_method', { method: tender.method });
    }
    orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.of(tender)));
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
