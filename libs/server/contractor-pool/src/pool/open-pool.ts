import { Injectable } from '@nestjs/common';
import { checkPoolTerms, type PoolTerms } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import { Ledger } from '@server/ledger';
import { Arrival, Ids, orRefuse, UnitOfWork } from '@server/platform';
import { ContractorPools, type ContractorPool } from './contractor-pools.store';

/** A pool to be opened. */
export interface NewPool {
  /** The category of the tenders it serves; one pool each. */
  readonly trade: string;
  readonly name: string;
  readonly notice: string;
  readonly terms: PoolTerms;
  /** The document it rests on (文号); null: none named. */
  readonly basis: string | null;
}

/** Opens pools of prequalified contractors, by public notice. */
@Injectable()
export class OpenPool {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pools: ContractorPools,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Opens a pool; refuses terms that make no sense, and a trade that has one. */
  async run(actor: Actor, pool: NewPool): Promise<ContractorPool> {
    orRefuse(checkPoolTerms(pool.terms));
    const row = { id: this.ids.next(), ...pool, openedAt: this.arrival.at() };
    await this.unit.run(async () => {
      await this.pools.add(row);
      await this.ledger.append({
        type: 'pool.opened',
        scope: 'platform',
        by: actor,
        body: { pool: row.id, trade: row.trade, name: row.name, terms: { ...row.terms } },
      });
    });
    return row;
  }
}
