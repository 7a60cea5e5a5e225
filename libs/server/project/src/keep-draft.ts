import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { TypedProject } from '@core/project';
import { Arrival, Ids, UnitOfWork } from '@server/platform';
import { ProjectDrafts, type TypedDraft } from './project-drafts.store';

/** Keeps what a tenderer types of a project until it is handed in: of its own people, by whoever goes on with it. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: ProjectDrafts,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** The drafts of the actor's organisation, the last saved first. */
  async list({ organisationId }: Actor): Promise<TypedDraft[]> {
    return this.drafts.ofTenderer(organisationId);
  }

  async get({ organisationId }: Actor, id: string): Promise<TypedDraft> {
    return this.drafts.get(id, organisationId);
  }

  /** Begins a draft with what has been typed so far. */
  async begin({ organisationId }: Actor, typed: TypedProject): Promise<TypedDraft> {
    const at = this.arrival.at();
    const row: TypedDraft = {
      id: this.ids.next(),
      tendererId: organisationId,
      typed,
      createdAt: at,
      savedAt: at,
    };
    await this.unit.run(() => this.drafts.add(row));
    return row;
  }

  /** Saves what has been typed since; the last to save has it. */
  async keep({ organisationId }: Actor, id: string, typed: TypedProject): Promise<void> {
    const savedAt = this.arrival.at();
    await this.unit.run(() => this.drafts.keep({ id, tendererId: organisationId, typed, savedAt }));
  }

  /** Throws a draft away. */
  async discard({ organisationId }: Actor, id: string): Promise<void> {
    await this.unit.run(() => this.drafts.take(id, organisationId));
  }
}
