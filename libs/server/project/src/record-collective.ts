import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { checkCollective, requireCollective, type CollectiveDecision } from '@core/project';
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
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
  ) {}

  /** Records a decision, in the place of one recorded before; not after the project has ended. */
  async run(actor: Actor, projectId: string, made: CollectiveDecision): Promise<void> {
    const file = await this.files.get(actor, made.fileId);
    await this.unit.run(async () => {
      const row = await this.projects.lock(projectId);
      if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
      if (row.state === 'terminated') {
        throw new DomainError('project.wrong_state', { state: row.state });
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

  /** Throws `project.collective_missing` where the law wants a decision on record and there is none. */
  require(row: Pick<Project, 'collective' | 'regime' | 'ruleSetId'>): void {
    orRefuse(requireCollective(row.collective, this.ruleSets.under(row, this.arrival.at())));
  }
}
