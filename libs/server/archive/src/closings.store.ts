import { Injectable } from '@nestjs/common';
import { Reads, UnitOfWork } from '@server/platform';
import { TenderClosingRow } from './archive.entity';

/** The end of a tender's record. */
export type TenderClosing = TenderClosingRow;

/** Which tenders have ended and whether their last record is written. */
@Injectable()
export class TenderClosings {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async find(tenderId: string): Promise<TenderClosing | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(TenderClosingRow).findOneBy({ id: tenderId });
  }

  async add(row: TenderClosingRow): Promise<void> {
    await this.unit.manager.getRepository(TenderClosingRow).insert(row);
  }

  async change(id: string, change: Partial<TenderClosingRow>): Promise<void> {
    await this.unit.manager.getRepository(TenderClosingRow).update({ id }, change);
  }
}
