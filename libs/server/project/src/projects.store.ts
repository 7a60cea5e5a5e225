import { Injectable } from '@nestjs/common';
import { MoreThan, Not } from 'typeorm';
import type { Instant } from '@core/kernel';
import { DomainError, forUpdate, Reads, UnitOfWork } from '@server/platform';
import type { ProjectContent, ProjectState } from '@core/project';
import type { ProjectKind } from '@core/rules';
import { LocalPurchaseRow, ProjectRow, ProjectSubmissionRow } from './project.entity';

/** A registered or waiting project. */
export type Project = ProjectRow;
/** What was bought on the spot. */
export type LocalPurchase = LocalPurchaseRow;

/** What was handed in of a project, one of the times. */
export type Submission = ProjectSubmissionRow;

/** What a project says of itself now. */
export function contentOf(row: Project): ProjectContent {
  return {
    title: row.title,
    kind: row.kind,
    worksClass: row.worksClass,
    owner: row.owner,
    category: row.category,
    region: row.region,
    approvalNumber: row.approvalNumber,
    partOfWorks: row.partOfWorks === 1,
    fiscalFunds: row.fiscalFunds === 1,
    inCatalogue: row.inCatalogue === 1,
    localProcurement: row.localProcurement === 1,
    estimate: row.estimate,
    totalInvestment: row.totalInvestment,
    budgetFunds: row.budgetFunds,
    together: row.together,
    exemption: row.exemption,
    lots: row.lots ?? [],
    attachments: row.attachments ?? [],
  };
}

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

  /** The project with this id, or null. */
  async find(id: string): Promise<Project | null> {
    return (await this.reads.manager()).getRepository(ProjectRow).findOneBy({ id });
  }

  /** What was handed in of a project, each time, the first first. */
  async submissions(projectId: string): Promise<Submission[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ProjectSubmissionRow)
      .find({ where: { projectId }, order: { number: 'ASC' } });
  }

  async addSubmission(row: ProjectSubmissionRow): Promise<void> {
    await this.unit.manager.getRepository(ProjectSubmissionRow).insert(row);
  }

  /** The projects of an organisation: its own, and those it is commissioned for as an agency. */
  async runBy(organisationId: string): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ProjectRow).find({
      where: [{ tendererId: organisationId }, { agencyId: organisationId }],
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  async inState(state: ProjectState): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(ProjectRow)
      .find({ where: { state }, order: { submittedAt: 'ASC', id: 'ASC' }, take: 200 });
  }

  /** The tenderer's projects of one category since `since`: what the splitting alert adds up. */
  async similar(
    tendererId: string,
    category: string,
    since: Instant,
    kind: ProjectKind,
  ): Promise<Project[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(ProjectRow).findBy({
      tendererId,
      category,
      kind,
      state: Not('terminated'),
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

  /** Changes a project if its last answer is still this one: what was printed for an earlier one is not kept. */
  async changeAnswered(
    id: string,
    answeredAt: Instant,
    change: Partial<ProjectRow>,
  ): Promise<void> {
    const row = await this.lock(id);
    if (row.answeredAt === answeredAt) await this.change(id, change);
  }

  async addPurchase(row: LocalPurchaseRow): Promise<void> {
    await this.unit.manager.getRepository(LocalPurchaseRow).insert(row);
  }

  /** What was bought on the spot for a project, or null. */
  async purchase(projectId: string): Promise<LocalPurchase | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(LocalPurchaseRow).findOneBy({ id: projectId });
  }

  /** The latest purchases on the spot, the newest first. */
  async purchases(limit: number): Promise<LocalPurchase[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LocalPurchaseRow)
      .find({ order: { publishedAt: 'DESC', id: 'DESC' }, take: limit });
  }
}
