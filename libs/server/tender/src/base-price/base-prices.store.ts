import { Injectable } from '@nestjs/common';
import type { Fen, Instant } from '@core/kernel';
import { Ids, Reads, UnitOfWork } from '@server/platform';
import { BasePriceRow } from './base-price.entity';

/** The base price of a lot. */
export type BasePriceRecord = BasePriceRow;

/** Base prices. The tender's row is locked while one is written. */
@Injectable()
export class BasePrices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The base prices of a tender, by lot. */
  async ofTender(tenderId: string): Promise<BasePriceRecord[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(BasePriceRow).find({ where: { tenderId }, order: { lot: 'ASC' } });
  }

  async add(tenderId: string, lot: number, commit: string, sealedAt: Instant): Promise<void> {
    const opened = { price: null, nonce: null, openedAt: null };
    await this.unit.manager
      .getRepository(BasePriceRow)
      .insert({ id: this.ids.next(), tenderId, lot, commit, sealedAt, ...opened });
  }

  /** Writes what was opened. */
  async open(
    tenderId: string,
    lot: number,
    opened: { readonly price: Fen; readonly nonce: string; readonly openedAt: Instant },
  ): Promise<void> {
    await this.unit.manager.getRepository(BasePriceRow).update({ tenderId, lot }, opened);
  }
}
