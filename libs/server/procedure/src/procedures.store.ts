import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import type { ProcedureTable } from '@core/rules';
import { DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { In } from 'typeorm';
import { ProcedureTableRow } from './procedure.entity';

/** A kept table as it is read. */
export type KeptTable = Readonly<ProcedureTableRow>;

/** Rows of kept tables. */
@Injectable()
export class ProcedureTables {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** Every table there ever was, the newest first. */
  async all(): Promise<readonly KeptTable[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ProcedureTableRow).find({ order: { keptAt: 'DESC', id: 'DESC' } });
  }

  /** Those of these organisations that decided at `at`, the newest first. */
  async decidingAt(organisationIds: readonly string[], at: Instant): Promise<readonly KeptTable[]> {
    const manager = await this.reads.manager();
    const rows = await manager.getRepository(ProcedureTableRow).find({
      where: { organisationId: In([...organisationIds]) },
      order: { keptAt: 'DESC', id: 'DESC' },
    });
    return rows.filter(({ keptAt, endedAt }) => keptAt <= at && (endedAt === null || at < endedAt));
  }

  /** One, or `procedure.unknown`. */
  async get(id: string): Promise<KeptTable> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(ProcedureTableRow).findOneBy({ id });
    if (!row) throw new DomainError('procedure.unknown');
    return row;
  }

  /** Locks one. Throws `procedure.unknown`. */
  async lock(id: string): Promise<KeptTable> {
    const row = await this.unit.manager
      .getRepository(ProcedureTableRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('procedure.unknown');
    return row;
  }

  async add(row: KeptTable): Promise<void> {
    await this.unit.manager.getRepository(ProcedureTableRow).insert({ ...row });
  }

  async end(id: string, endedAt: Instant, endReason: string): Promise<void> {
    await this.unit.manager.getRepository(ProcedureTableRow).update({ id }, { endedAt, endReason });
  }
}

/** A row as core reads it. */
export function tableOf({ inForceFrom, inForceTo, ...row }: KeptTable): ProcedureTable {
  const { documentNumber, title, fairCompetitionReview, measure, kinds, bands } = row;
  return {
    documentNumber,
    title,
    fairCompetitionReview,
    measure,
    kinds,
    bands,
    from: inForceFrom,
    to: inForceTo,
  };
}
