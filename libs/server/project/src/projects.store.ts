import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import { DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import { ProjectRow, type ProjectState } from './project.entity';

/** A registered or waiting project. */
export type Project = ProjectRow;

/** Projects. */
@Injectable()
export class Projects {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  /** The project with this id; throws `project.not_found`. */
  async get(id: string): Promise<Project> {
    const row = await (await this.reads.manager()).getRepository(ProjectRow).findOneBy({ id });
    if (!row) throw new DomainError('project.not_found');
    return row;
  }

  async ofTenderer(tendererId: string): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ProjectRow)
      .find({ where: { tendererId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  async inState(state: ProjectState): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ProjectRow)
      .find({ where: { state }, order: { submittedAt: 'ASC', id: 'ASC' }, take: 200 });
  }

  /** The tenderer's projects of one category since `since`: what the splitting alert adds up. */
  async similar(tendererId: string, category: string, since: Instant): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ProjectRow).findBy({
      tendererId,
      category,
      createdAt: MoreThan(new Date(since) as never),
    });
  }

  /** Locks the project's row; throws `project.not_found`. */
  async lock(id: string): Promise<Project> {
    const row = await this.unit.manager
      .getRepository(ProjectRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('project.not_found');
    return row;
  }

  async add(row: ProjectRow): Promise<void> {
    await this.unit.manager.getRepository(ProjectRow).insert(row);
  }

  async change(id: string, change: Partial<ProjectRow>): Promise<void> {
    await this.unit.manager.getRepository(ProjectRow).update({ id }, change);
  }
}
