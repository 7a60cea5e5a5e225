import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { fenFromYuan } from '@core/kernel';
import { openBasePrice } from '@core/opening';
import type { BasePrice } from '@core/sealed-bid';
import { can } from '@core/tender';
import { Ledger } from '@server/ledger';
import { Arrival, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { BasePrices, Tenders, toTender } from '@server/tender';
import { HallLog } from './hall-log';
import { Openings } from './openings.store';

/** Opens a base price in the hall: whoever may host, with the tenderer's file. */
@Injectable()
export class OpenBasePrice {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly basePrices: BasePrices,
    private readonly log: HallLog,
    private readonly ledger: Ledger,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  async run(actor: Actor, openingId: string, base: BasePrice): Promise<void> {
    const openedAt = this.arrival.at();
    await this.unit.run(async () => {
      const { tenderId } = await this.openings.get(openingId);
      const tender = await this.tenders.lock(tenderId);
      const opening = await this.openings.lock(openingId);
      if (!can(actor, 'host', toTender(tender), openedAt)) {
        throw this.ruleSets.right('host', tender, openedAt);
      }
      const hall = await this.openings.hall(openingId);
      const event = orRefuse(openBasePrice(hall, tenderId, base));
      const { lot = 1, nonce } = base;
      const price = orRefuse(fenFromYuan(base.price));
      await this.basePrices.open(tenderId, lot, { price, nonce, openedAt });
      await this.ledger.append({
        type: 'base_price.opened',
        scope: tenderId,
        by: actor,
        body: { ...base },
      });
      await this.log.write(actor, opening, hall, event);
    });
  }
}
