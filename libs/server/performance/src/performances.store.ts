import { Injectable } from '@nestjs/common';
import { DomainError, Reads, UnitOfWork, violates } from '@server/platform';
import { PerformanceRow } from './performance.entity';

/** How the work of an award was done. */
export type Performance = PerformanceRow;

/** Performance reviews. */
@Injectable()
export class Performances {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Reviews of the works of a tender, by lot. */
  async ofTender(tenderId: string): Promise<Performance[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PerformanceRow)
      .find({ where: { tenderId }, order: { lot: 'ASC' } });
  }

  /** Reviews of a firm's works, the latest first. */
  async ofEnterprise(enterpriseId: string): Promise<Performance[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(PerformanceRow)
      .find({ where: { enterpriseId }, order: { reviewedAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** Adds a review; a work is reviewed once, else `performance.reviewed`. */
  async add(row: PerformanceRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(PerformanceRow).insert(row);
    } catch (error) {
      if (violates(error, 'uq_performance_lot', 'performance', ['tenderId', 'lot'])) {
        throw new DomainError('performance.reviewed');
      }
      throw error;
    }
  }
}
