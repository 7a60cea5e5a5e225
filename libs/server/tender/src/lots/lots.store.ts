import { Injectable } from '@nestjs/common';
import type { Lot } from '@core/tender';
import { DomainError, Ids, Reads, UnitOfWork } from '@server/platform';
import { LotRow } from '../tender.entity';

/** A lot of a tender. */
export type LotRecord = LotRow;

/** The lots of tenders. Every tender has number 1; the store of tenders writes it with the tender. */
@Injectable()
export class Lots {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The lots of a tender, by number. */
  async ofTender(tenderId: string): Promise<LotRecord[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(LotRow).find({ where: { tenderId }, order: { number: 'ASC' } });
  }

  /** The lots of several tenders, by tender. */
  async ofTenders(tenderIds: readonly string[]): Promise<Map<string, LotRecord[]>> {
    const lots = new Map<string, LotRecord[]>();
    for (const id of tenderIds) lots.set(id, await this.ofTender(id));
    return lots;
  }

  /** The lot with this number; throws `lot.not_found`. */
  async get(tenderId: string, number: number): Promise<LotRecord> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(LotRow).findOneBy({ tenderId, number });
    if (!row) throw new DomainError('lot.not_found', { lot: number });
    return row;
  }

  /** Puts these lots in the place of those a draft had. The tender's row is locked. */
  async replace(tenderId: string, lots: readonly Lot[]): Promise<void> {
    const rows = this.unit.manager.getRepository(LotRow);
    await rows.delete({ tenderId });
    for (const { number, title, estimate, ceiling, bidBond, qualification, state } of lots) {
      const id = this.ids.next();
      const terms = { title, estimate, ceiling, bidBond, qualification, state };
      const unpublished = { publicityUntil: null, nextTenderId: null };
      await rows.insert({ id, tenderId, number, ...terms, ...unpublished });
    }
  }

  /** Changes one lot. The tender's row is locked. */
  async change(tenderId: string, number: number, change: Partial<LotRow>): Promise<void> {
    await this.unit.manager.getRepository(LotRow).update({ tenderId, number }, change);
  }
}
