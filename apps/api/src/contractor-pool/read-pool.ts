import { Injectable } from '@nestjs/common';
import { ContractorPools, type ContractorPool, type MemberStep } from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { PoolDecisionView, PoolMemberView, PoolStepView, PoolView } from './pool.view';

const DECIDED: readonly MemberStep[] = ['suspended', 'removed', 'reinstated'];

/** Puts together what everybody may see of a pool. */
@Injectable()
export class ReadPool {
  constructor(
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly clock: LegalClock,
  ) {}

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
