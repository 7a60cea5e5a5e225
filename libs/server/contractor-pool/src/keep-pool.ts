import { Injectable } from '@nestjs/common';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { eligibilityOf, Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { ContractorPools, type ContractorPool, type PoolMember } from './contractor-pools.store';

/** A pool to be opened. */
export interface NewPool {
  /** The category of the tenders it serves; one pool each. */
  readonly trade: string;
  readonly name: string;
  readonly notice: string;
}

/** Opens pools, takes applications, admits firms. */
@Injectable()
export class KeepPool {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly enterprises: Enterprises,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Opens a pool, by public notice. */
  async open(actor: Actor, pool: NewPool): Promise<ContractorPool> {
    const row = { id: this.ids.next(), ...pool, openedAt: this.arrival.at() };
    await this.unit.run(async () => {
      await this.pools.add(row);
      await this.ledger.append({
        type: 'pool.opened',
        scope: 'platform',
        by: actor,
        body: { pool: row.id, trade: row.trade, name: row.name },
      });
    });
    return row;
  }

  /** A verified enterprise applies, any day of the year. */
  async apply(actor: Actor, poolId: string): Promise<PoolMember> {
    return this.unit.run(async () => {
      const pool = await this.pools.get(poolId);
      const firm = await this.enterprises.get(actor.organisationId);
      const at = this.arrival.at();
      orRefuse(eligible(eligibilityOf(firm), this.ruleSets.current, at));
      const row: PoolMember = {
        id: this.ids.next(),
        poolId: pool.id,
        enterpriseId: firm.id,
        state: 'applied',
        appliedAt: at,
        admittedAt: null,
      };
      await this.pools.addMember(row);
      await this.ledger.append({
        type: 'pool.applied',
        scope: 'platform',
        by: actor,
        body: { pool: pool.id, enterprise: firm.id },
      });
      return row;
    });
  }

  /** The registrar admits an applicant whose papers are complete. */
  async admit(actor: Actor, poolId: string, enterpriseId: string): Promise<PoolMember> {
    return this.unit.run(async () => {
      const member = await this.pools.lockMember(poolId, enterpriseId);
      if (member?.state !== 'applied') throw new DomainError('pool.not_applied');
      const change = { state: 'admitted' as const, admittedAt: this.arrival.at() };
      await this.pools.changeMember(member.id, change);
      await this.ledger.append({
        type: 'pool.admitted',
        scope: 'platform',
        by: actor,
        body: { pool: poolId, enterprise: enterpriseId },
      });
      return { ...member, ...change };
    });
  }
}
