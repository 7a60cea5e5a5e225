import { Injectable } from '@nestjs/common';
import {
  ContractorPools,
  PoolFairness,
  type ContractorPool,
  type MemberStep,
  type PoolDraw,
} from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { PoolFairnessView } from './fairness.view';
import { PoolDecisionView, PoolMemberView, PoolStepView, PoolView } from './pool.view';

/** Lotteries with the tenders they were held for, by id. */
export interface PoolDraws {
  readonly draws: readonly PoolDraw[];
  readonly tenders: ReadonlyMap<string, TenderRow>;
}

const DECIDED: readonly MemberStep[] = ['suspended', 'removed', 'reinstated'];

/** Puts together what everybody may see of a pool. */
@Injectable()
export class ReadPool {
  constructor(
    private readonly pools: ContractorPools,
    private readonly figures: PoolFairness,
    private readonly enterprises: Enterprises,
    private readonly tenders: Tenders,
    private readonly clock: LegalClock,
  ) {}

  /** Every pool, by trade. */
  async all(): Promise<PoolView[]> {
    const views: PoolView[] = [];
    for (const pool of await this.pools.all()) views.push(await this.view(pool));
    return views;
  }

  /** The pool with this id; throws `pool.not_found`. */
  async one(id: string): Promise<PoolView> {
    return this.view(await this.pools.get(id));
  }

  /** The drawn lotteries of a pool in a year (null: all), and their tenders. */
  async drawn(poolId: string, year: string | null): Promise<PoolDraws> {
    const { id } = await this.pools.get(poolId);
    const draws = await this.figures.draws(id, year);
    const rows = await this.tenders.byIds([...new Set(draws.map(({ tenderId }) => tenderId))]);
    return { draws, tenders: new Map(rows.map((row) => [row.id, row])) };
  }

  /** How evenly the lotteries of a pool have fallen. */
  async fairness(poolId: string, year: string | null): Promise<PoolFairnessView> {
    const { draws, tenders } = await this.drawn(poolId, year);
    return PoolFairnessView.of(year, this.figures.of(poolId, year, draws), draws, tenders);
  }

  async view(pool: ContractorPool): Promise<PoolView> {
    const members = await this.pools.members(pool.id);
    const firms = await this.enterprises.byIds(members.map((one) => one.enterpriseId));
    const now = this.clock.now();
    const views = members.map((one) => PoolMemberView.of(one, firms.get(one.enterpriseId), now));
    const owners = new Map(members.map(({ id, enterpriseId }) => [id, enterpriseId]));
    const steps = await this.pools.stepsOf(pool.id, DECIDED);
    const decisions = steps.map((step): PoolDecisionView => {
      const enterpriseId = owners.get(step.memberId) ?? '';
      const name = firms.get(enterpriseId)?.name ?? '';
      return { ...PoolStepView.of(step), enterpriseId, name };
    });
    return PoolView.of(pool, views, decisions);
  }
}
