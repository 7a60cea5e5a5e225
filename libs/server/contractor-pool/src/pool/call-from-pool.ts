import { Injectable, type OnModuleInit } from '@nestjs/common';
import { callFromPool } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import type { Regime } from '@core/rules';
import { runsTender } from '@core/tender';
import { Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, UnitOfWork } from '@server/platform';
import { Admission, PublishTender, ReTender, Tenders } from '@server/tender';
import { ContractorPools, type ContractorPool } from './contractor-pools.store';
import { PoolEntrance } from './pool-entrance';

/** The regimes under which a tenderer may keep to a pool. */
const VOLUNTARY: ReadonlySet<Regime> = new Set(['C', 'D']);

/**
 * Calls a tender by reasonable low price among the members of a pool: none goes out without one, and sign-up and bid ask
 * for what a lottery asks for. Open to everybody, the same formula stands in an open tender's plan.
 */
@Injectable()
export class CallFromPool implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly pools: ContractorPools,
    private readonly entrance: PoolEntrance,
    private readonly enterprises: Enterprises,
    private readonly admission: Admission,
    private readonly publication: PublishTender,
    private readonly reTender: ReTender,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.admission.add(async (tender, enterpriseId) => {
      if (tender.method !== 'reasonable_low_price') return;
      const pool = await this.pools.calledBy(tender.id);
      if (!pool) return;
      const firm = await this.enterprises.get(enterpriseId);
      await this.entrance.require(tender, pool, firm, this.arrival.at());
    });
    this.publication.requires(async ({ id, method, plan, regime }) => {
      // What the law or the plan refuses is said first.
      if (method !== 'reasonable_low_price' || plan === null || !VOLUNTARY.has(regime)) return;
      if (!(await this.pools.calledBy(id))) throw new DomainError('pool.not_called');
    });
    this.reTender.carries(async (from, to) => {
      const pool = await this.pools.calledBy(from.id);
      if (pool) await this.pools.setCall(to.id, pool.id);
    });
  }

  /** Names the pool a draft is called from, or none any more. */
  async choose(
    actor: Actor,
    tenderId: string,
    poolId: string | null,
  ): Promise<ContractorPool | null> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
      // What a second person confirms is what goes out: nothing of it changes in between.
      if (await this.tenders.publication(tenderId)) throw new DomainError('publication.prepared');
      const pool = poolId === null ? null : await this.pools.get(poolId);
      orRefuse(callFromPool(tender, pool ?? { trade: tender.category }));
      await this.pools.setCall(tenderId, poolId);
      await this.ledger.append({
        type: 'tender.pool_chosen',
        scope: 'platform',
        by: actor,
        body: { tender: tenderId, pool: poolId },
      });
      return pool;
    });
  }
}
