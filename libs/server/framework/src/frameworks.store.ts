import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { FrameworkRow, FrameworkSupplierRow } from './framework.entity';

/** A framework as it is kept. */
export type Framework = FrameworkRow;
/** A supplier of one of its packages. */
export type FrameworkSupplier = FrameworkSupplierRow;

/** Rows of frameworks and their suppliers. */
@Injectable()
export class Frameworks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async find(id: string): Promise<Framework | null> {
    return (await this.reads.manager()).getRepository(FrameworkRow).findOneBy({ id });
  }

  /** One, or `framework.unknown`. */
  async get(id: string): Promise<Framework> {
    const row = await this.find(id);
    if (!row) throw new DomainError('framework.unknown');
    return row;
  }

  /** Locks a framework, the root of everything its agreements lead to. Throws `framework.unknown`. */
  async lock(id: string): Promise<Framework> {
    const row = await this.unit.manager
      .getRepository(FrameworkRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('framework.unknown');
    return row;
  }

  /** Those with these ids. */
  async byIds(ids: readonly string[]): Promise<Framework[]> {
    if (ids.length === 0) return [];
    return (await this.reads.manager()).getRepository(FrameworkRow).findBy({ id: In([...ids]) });
  }

  /** Frameworks with suppliers, the latest first. */
  async admitted(limit: number): Promise<Framework[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(FrameworkRow)
      .createQueryBuilder('f')
      .where((query) => {
        const some = query
          .subQuery()
          .select('1')
          .from(FrameworkSupplierRow, 's')
          .where('s.frameworkId = f.id')
          .getQuery();
        return `EXISTS ${some}`;
      })
      .orderBy('f.id', 'DESC')
      .take(limit)
      .getMany();
  }

  /** Keeps the terms of a draft, in place of those before. */
  async keep(row: Framework): Promise<void> {
    const rows = this.unit.manager.getRepository(FrameworkRow);
    const { id, terms, keptAt } = row;
    if (await rows.existsBy({ id })) await rows.update({ id }, { terms, keptAt });
    else await rows.insert(row);
  }

  async change(id: string, change: Partial<Framework>): Promise<void> {
    await this.unit.manager.getRepository(FrameworkRow).update({ id }, change);
  }

  /** The suppliers of a framework by package and rank, removed ones among them. */
  async suppliers(frameworkId: string): Promise<FrameworkSupplier[]> {
    return (await this.reads.manager())
      .getRepository(FrameworkSupplierRow)
      .find({ where: { frameworkId }, order: { lot: 'ASC', rank: 'ASC' } });
  }

  /** One supplier, or `framework.no_supplier`. */
  async supplier(id: string): Promise<FrameworkSupplier> {
    const row = await (
      await this.reads.manager()
    )
      .getRepository(FrameworkSupplierRow)
      .findOneBy({ id });
    if (!row) throw new DomainError('framework.no_supplier');
    return row;
  }

  /** Where a firm is a supplier, the latest first. */
  async ofEnterprise(enterpriseId: string): Promise<FrameworkSupplier[]> {
    return (await this.reads.manager())
      .getRepository(FrameworkSupplierRow)
      .find({ where: { enterpriseId }, order: { admittedAt: 'DESC', id: 'DESC' } });
  }

  async addSupplier(row: FrameworkSupplier): Promise<void> {
    await this.unit.manager.getRepository(FrameworkSupplierRow).insert(row);
  }

  async changeSupplier(id: string, change: Partial<FrameworkSupplier>): Promise<void> {
    await this.unit.manager.getRepository(FrameworkSupplierRow).update({ id }, change);
  }
}
