import { Injectable } from '@nestjs/common';
import { In, type FindOptionsWhere } from 'typeorm';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { FrameworkOrderRow, FrameworkTurnRow } from './framework.entity';

/** A purchase under a framework. */
export type FrameworkOrder = FrameworkOrderRow;
/** A chance in a rotation. */
export type FrameworkTurn = FrameworkTurnRow;

/** What the orders of a framework come to. */
export interface OrderTotals {
  readonly lot: number;
  readonly supplierId: string;
  readonly way: string;
  readonly orders: number;
  /** Fen. */
  readonly amount: number;
  readonly quantity: number;
}

/** Rows of orders and turns. */
@Injectable()
export class FrameworkOrders {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** One, or `order.unknown`. */
  async get(id: string): Promise<FrameworkOrder> {
    const row = await (
      await this.reads.manager()
    )
      .getRepository(FrameworkOrderRow)
      .findOneBy({ id });
    if (!row) throw new DomainError('order.unknown');
    return row;
  }

  /** The latest of a framework. */
  async ofFramework(frameworkId: string, limit: number): Promise<FrameworkOrder[]> {
    return this.latest({ frameworkId }, limit);
  }

  /** The latest a buyer placed. */
  async ofBuyer(buyerId: string, limit: number): Promise<FrameworkOrder[]> {
    return this.latest({ buyerId }, limit);
  }

  /** The latest these suppliers were given. */
  async ofSuppliers(ids: readonly string[], limit: number): Promise<FrameworkOrder[]> {
    return ids.length === 0 ? [] : this.latest({ supplierId: In([...ids]) }, limit);
  }

  /** The orders rotation carried on from one to the next, the first among them. */
  async chain(chainId: string): Promise<FrameworkOrder[]> {
    return (await this.reads.manager()).getRepository(FrameworkOrderRow).findBy({ chainId });
  }

  /** What was bought of whom in which way; refused orders count for nothing. */
  async totals(frameworkId: string): Promise<readonly OrderTotals[]> {
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(FrameworkOrderRow)
      .createQueryBuilder('o')
      .select('o.lot', 'lot')
      .addSelect('o.supplierId', 'supplierId')
      .addSelect('o.way', 'way')
      .addSelect('COUNT(*)', 'orders')
      .addSelect('SUM(o.amount)', 'amount')
      .addSelect('SUM(o.quantity)', 'quantity')
      .where('o.frameworkId = :frameworkId', { frameworkId })
      .andWhere('o.state NOT IN (:...open)', { open: ['refused', 'cancelled', 'placed'] })
      .groupBy('o.lot')
      .addGroupBy('o.supplierId')
      .addGroupBy('o.way')
      .getRawMany<Record<keyof OrderTotals, string | number>>();
    return rows.map((row) => ({
      lot: Number(row.lot),
      supplierId: String(row.supplierId),
      way: String(row.way),
      orders: Number(row.orders),
      amount: Number(row.amount),
      quantity: Number(row.quantity),
    }));
  }

  async add(row: FrameworkOrder): Promise<void> {
    await this.unit.manager.getRepository(FrameworkOrderRow).insert(row);
  }

  async change(id: string, change: Partial<FrameworkOrder>): Promise<void> {
    await this.unit.manager.getRepository(FrameworkOrderRow).update({ id }, change);
  }

  /** Every chance in a framework so far, oldest first. */
  async turns(frameworkId: string): Promise<FrameworkTurn[]> {
    return (await this.reads.manager())
      .getRepository(FrameworkTurnRow)
      .find({ where: { frameworkId }, order: { lot: 'ASC', round: 'ASC', at: 'ASC', id: 'ASC' } });
  }

  async addTurn(row: FrameworkTurn): Promise<void> {
    await this.unit.manager.getRepository(FrameworkTurnRow).insert(row);
  }

  /** Takes a chance back that was given for this order. */
  async dropTurn(orderId: string): Promise<void> {
    await this.unit.manager.getRepository(FrameworkTurnRow).delete({ orderId });
  }

  private async latest(
    where: FindOptionsWhere<FrameworkOrderRow>,
    limit: number,
  ): Promise<FrameworkOrder[]> {
    return (await this.reads.manager())
      .getRepository(FrameworkOrderRow)
      .find({ where, order: { placedAt: 'DESC', id: 'DESC' }, take: limit });
  }
}
