import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { moveProject, typedAgain, type TypedProject } from '@core/project';
import { Arrival, DomainError, Ids, orRefuse, UnitOfWork } from '@server/platform';
import { ProjectDrafts, type TypedDraft } from './project-drafts.store';
import { contentOf, Projects } from './projects.store';

/** Keeps what a tenderer types of a project until it is handed in: of its own people, by whoever goes on with it. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly drafts: ProjectDrafts,
    private readonly projects: Projects,
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

  /**
   * Goes on typing a project the registrar gave back: its draft has the project's own id, and stands at first as it was
   * handed in. Throws `project.not_found`, `project.wrong_state`.
   */
  async resume({ organisationId }: Actor, projectId: string): Promise<TypedDraft> {
    return this.unit.run(async () => {
      const project = await this.projects.lock(projectId);
      if (project.tendererId !== organisationId) throw new DomainError('project.not_found');
      orRefuse(moveProject(project.state, 'submitted'));
      const begun = await this.drafts.find(projectId, organisationId);
      if (begun) return begun;
      const at = this.arrival.at();
      const row: TypedDraft = {
        id: projectId,
        tendererId: organisationId,
        typed: typedAgain(contentOf(project)),
        createdAt: at,
        savedAt: at,
      };
      await this.drafts.add(row);
      return row;
    });
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
