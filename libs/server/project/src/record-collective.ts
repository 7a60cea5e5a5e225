import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { checkCollective, requireCollective, type CollectiveDecision } from '@core/project';
import type { UnderLaw } from '@core/rules';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { Projects, type Project } from './projects.store';

/**
 * Records how a village decided about a project (民主决策): a statement of its tenderer with the minutes, held against the
 * law and kept in the log. Nothing of such a project is published before.
 */
@Injectable()
export class RecordCollective {
  private readonly publications: ((projectId: string) => Promise<boolean>)[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
  ) {}

  /** Adds a way in which something of a project is published; from then on its decision stands as it is. */
  fixedBy(isPublished: (projectId: string) => Promise<boolean>): void {
    this.publications.push(isPublished);
  }

  /**
   * Records a decision, in the place of one recorded before; not after something of the project was published upon it, nor
   * after the project has ended.
   */
  async run(actor: Actor, projectId: string, made: CollectiveDecision): Promise<void> {
    const file = await this.files.get(actor, made.fileId);
    await this.unit.run(async () => {
      const row = await this.projects.lock(projectId);
      if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
      if (row.state === 'terminated') {
        throw new DomainError('project.wrong_state', { state: row.state });
      }
      if (row.collective !== null && (await this.isPublished(projectId))) {
        throw new DomainError('project.collective_fixed');
      }
      const document = made.document.trim();
      orRefuse(checkCollective(made, this.ruleSets.under(row, this.arrival.at())));
      await this.projects.change(projectId, { collective: { ...made, document } });
      const { fileId: _, ...stated } = made;
      await this.ledger.append({
        type: 'project.collective_decided',
        scope: 'platform',
        by: actor,
        body: { project: projectId, code: row.code, ...stated, document, sha256: file.sha256 },
      });
    });
  }

  private async isPublished(projectId: string): Promise<boolean> {
    if (await this.projects.purchase(projectId)) return true;
    for (const isPublished of this.publications) if (await isPublished(projectId)) return true;
    return false;
  }

  /** Throws `project.collective_missing` where the law a publication falls under wants a decision on record and there is none. */
  require(row: Pick<Project, 'collective'>, law: UnderLaw): void {
    orRefuse(requireCollective(row.collective, law));
  }
}
