import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { QuoteCallRow, QuoteRow } from './framework.entity';

/** A competition among the suppliers of a package. */
export type QuoteCall = QuoteCallRow;
/** A sealed quote. */
export type Quote = QuoteRow;

/** Rows of competitions and quotes. */
@Injectable()
export class Quotes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** One call, or `framework.no_call`. */
  async call(id: string): Promise<QuoteCall> {
    const row = await (await this.reads.manager()).getRepository(QuoteCallRow).findOneBy({ id });
    if (!row) throw new DomainError('framework.no_call');
    return row;
  }

  /** The latest calls in these frameworks. */
  async inFrameworks(ids: readonly string[], limit: number): Promise<QuoteCall[]> {
    if (ids.length === 0) return [];
    return (await this.reads.manager()).getRepository(QuoteCallRow).find({
      where: { frameworkId: In([...ids]) },
      order: { calledAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** The latest calls of a buyer. */
  async ofBuyer(buyerId: string, limit: number): Promise<QuoteCall[]> {
    return (await this.reads.manager())
      .getRepository(QuoteCallRow)
      .find({ where: { buyerId }, order: { calledAt: 'DESC', id: 'DESC' }, take: limit });
  }

  async addCall(row: QuoteCall): Promise<void> {
    await this.unit.manager.getRepository(QuoteCallRow).insert(row);
  }

  async changeCall(id: string, change: Partial<QuoteCall>): Promise<void> {
    await this.unit.manager.getRepository(QuoteCallRow).update({ id }, change);
  }

  /** The quotes of a call in the order in which they were handed in. */
  async ofCall(callId: string): Promise<Quote[]> {
    return (await this.reads.manager())
      .getRepository(QuoteRow)
      .find({ where: { callId }, order: { sealedAt: 'ASC', id: 'ASC' } });
  }

  async add(row: Quote): Promise<void> {
    await this.unit.manager.getRepository(QuoteRow).insert(row);
  }

  async change(id: string, change: Partial<Quote>): Promise<void> {
    await this.unit.manager.getRepository(QuoteRow).update({ id }, change);
  }
}
