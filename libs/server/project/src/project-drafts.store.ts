import { Injectable } from '@nestjs/common';
import { DomainError, Reads, UnitOfWork } from '@server/platform';
import { ProjectDraftRow } from './project.entity';

/** A project as it is being typed. */
export type TypedDraft = ProjectDraftRow;

/** Drafts of projects. */
@Injectable()
export class ProjectDrafts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The drafts of a tenderer, the last saved first. */
  async ofTenderer(tendererId: string): Promise<TypedDraft[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ProjectDraftRow)
      .find({ where: { tendererId }, order: { savedAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  /** A tenderer's draft; throws `project.draft_not_found`. */
  async get(id: string, tendererId: string): Promise<TypedDraft> {
    const row = await this.find(id, tendererId);
    if (!row) throw new DomainError('project.draft_not_found');
    return row;
  }

  /** A tenderer's draft, or null. */
  async find(id: string, tendererId: string): Promise<TypedDraft | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(ProjectDraftRow).findOneBy({ id, tendererId });
  }

  async add(row: ProjectDraftRow): Promise<void> {
    await this.unit.manager.getRepository(ProjectDraftRow).insert(row);
  }

  /** Saves what has been typed since; throws `project.draft_not_found`. */
  async keep({ id, tendererId, typed, savedAt }: Omit<TypedDraft, 'createdAt'>): Promise<void> {
    const result = await this.unit.manager
      .getRepository(ProjectDraftRow)
      .update({ id, tendererId }, { typed, savedAt });
    if (result.affected !== 1) throw new DomainError('project.draft_not_found');
  }

  /** Takes a draft away, because it is handed in or thrown away; throws `project.draft_not_found`. */
  async take(id: string, tendererId: string): Promise<void> {
    if (!(await this.drop(id, tendererId))) throw new DomainError('project.draft_not_found');
  }

  /** Takes a draft away if there is one; says whether there was. */
  async drop(id: string, tendererId: string): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(ProjectDraftRow)
      .delete({ id, tendererId });
    return result.affected === 1;
  }
}
