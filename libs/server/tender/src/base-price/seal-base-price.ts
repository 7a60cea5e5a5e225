import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { runsTender, sealBasePrice } from '@core/tender';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { Lots } from '../lots/lots.store';
import { Tenders, toTender } from '../tenders.store';
import { BasePrices } from './base-prices.store';

/** Takes the commitment to a base price. The price itself stays with the tenderer until the opening. */
@Injectable()
export class SealBasePrice {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly basePrices: BasePrices,
    private readonly ruleSets: RuleSets,
    private readonly ledger: Ledger,
    private readonly arrival: Arrival,
  ) {}

  /** Seals the base price of a lot; the tenderer's own people only, and once. */
  async run(actor: Actor, tenderId: string, lot: number, commit: string): Promise<void> {
    const at = this.arrival.at();
    await this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
      const lots = await this.lots.ofTender(tenderId);
      const sealed = (await this.basePrices.ofTender(tenderId)).map((one) => one.lot);
      const set = this.ruleSets.of(row);
      orRefuse(sealBasePrice(toTender(row), { lots, sealed, set }, lot, at));
      await this.basePrices.add(tenderId, lot, commit, at);
      await this.ledger.append({
        type: 'base_price.sealed',
        scope: tenderId,
        by: actor,
        body: { tender: tenderId, commit, ...(lots.length > 1 ? { lot } : {}) },
      });
    });
  }
}
