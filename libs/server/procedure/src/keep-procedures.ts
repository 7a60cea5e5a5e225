import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { fenToYuan, type Encodable } from '@core/kernel';
import { procedureTable, type ProcedureTable } from '@core/rules';
import { OwnFiles, People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, UnitOfWork } from '@server/platform';
import { FindProcedure } from './find-procedure';
import { ProcedureTables, type KeptTable } from './procedures.store';

/** Keeps the tables of places' own documents: taken down, ended, and never changed. */
@Injectable()
export class KeepProcedures {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly files: OwnFiles,
    private readonly find: FindProcedure,
    private readonly tables: ProcedureTables,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Takes a table down with the document it stands in; from this moment it decides in its place and below. Throws
   * `procedure.invalid`, `procedure.no_place`, `procedure.not_yours`.
   */
  async keep(
    actor: Actor,
    organisationId: string,
    typed: ProcedureTable,
    fileId: string,
  ): Promise<KeptTable> {
    const { from, to, ...table } = orRefuse(procedureTable(typed));
    await this.requirePlace(actor, organisationId);
    const { sha256 } = await this.files.get(actor, fileId);
    return this.unit.run(async () => {
      const place = await this.people.organisation(organisationId);
      if (!place) throw new DomainError('procedure.no_place');
      const row: KeptTable = {
        id: this.ids.next(),
        organisationId,
        organisationName: place.name,
        ...table,
        fileId,
        sha256,
        inForceFrom: from,
        inForceTo: to,
        keptAt: this.arrival.at(),
        endedAt: null,
        endReason: null,
      };
      await this.tables.add(row);
      await this.ledger.append({
        type: 'procedure.kept',
        scope: 'platform',
        by: actor,
        body: bodyOf(row),
      });
      return row;
    });
  }

  /** Ends a table before its document does: it was repealed, corrected, or taken down wrongly. */
  async end(actor: Actor, id: string, reason: string): Promise<void> {
    const given = reason.trim();
    if (given === '') throw new DomainError('procedure.reason_missing');
    await this.requirePlace(actor, (await this.tables.get(id)).organisationId);
    await this.unit.run(async () => {
      const { endedAt } = await this.tables.lock(id);
      if (endedAt !== null) throw new DomainError('procedure.ended');
      await this.tables.end(id, this.arrival.at(), given);
      await this.ledger.append({
        type: 'procedure.ended',
        scope: 'platform',
        by: actor,
        body: { table: id, reason: given },
      });
    });
  }

  /** The county's centre keeps every place's documents, a township's those of its township and what lies below it. */
  private async requirePlace(actor: Actor, organisationId: string): Promise<void> {
    if (actor.organisationKind === 'centre') return;
    const own = (await this.people.organisation(actor.organisationId))?.parentId;
    const line = await this.find.lineOf(organisationId);
    if (own == null || !line.includes(own)) throw new DomainError('procedure.not_yours');
  }
}

/** What the log says of a table: everything that decides. */
function bodyOf(row: KeptTable): Record<string, Encodable> {
  const { id, organisationName, documentNumber, title, measure, kinds, bands, sha256 } = row;
  return {
    table: id,
    place: organisationName,
    document: documentNumber,
    title,
    review: row.fairCompetitionReview,
    sha256,
    measure,
    kinds: [...kinds],
    from: row.inForceFrom,
    ...(row.inForceTo === null ? {} : { to: row.inForceTo }),
    bands: bands.map(({ below, methods, decidedBy }) => ({
      below: fenToYuan(below),
      methods: [...methods],
      ...(decidedBy === '' ? {} : { decidedBy }),
    })),
  };
}
