import { legalDate } from '@core/rules';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { commissionAgency, endCommission } from '@core/project';
import { OwnFiles, People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { EndProject } from './end-project';
import { Projects, type Project } from './projects.store';

/** What a tenderer says of a commission. */
export interface CommissionWish {
  readonly agencyId: string;
  readonly contractNumber: string;
  /** The contract (委托合同), uploaded before. */
  readonly fileId: string;
}

/** An agency a tenderer may commission. */
export interface Agency {
  readonly id: string;
  readonly name: string;
}

/**
 * Lets an agency prepare and run the tender of a project for its tenderer (委托招标代理): recorded with its contract before
 * there is a tender; both are in the log. What the agency may is core's (`runsTender`).
 */
@Injectable()
export class CommissionAgency {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly ends: EndProject,
    private readonly people: People,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
  ) {}

  /** The agencies of the platform, by name. */
  async agencies(): Promise<readonly Agency[]> {
    const all = await this.people.organisations();
    return all
      .filter(({ kind }) => kind === 'agency')
      .map(({ id, name }) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  }

  /** Commissions an agency; in the place of one commissioned before. */
  async run(actor: Actor, projectId: string, wish: CommissionWish): Promise<void> {
    const agency = await this.people.organisation(wish.agencyId);
    const file = await this.files.get(actor, wish.fileId);
    await this.unit.run(async () => {
      const row = await this.own(actor, projectId);
      const decided = orRefuse(
        commissionAgency(
          {
            state: row.state,
            regime: row.regime,
            use: await this.ends.useOf(projectId),
            agency: agency?.kind ?? null,
            contractNumber: wish.contractNumber,
          },
          this.ruleSets.of(row),
          legalDate(this.arrival.at()),
        ),
      );
      await this.projects.change(projectId, {
        agencyId: wish.agencyId,
        agencyName: agency?.name ?? null,
        contractNumber: decided.contractNumber,
        contractFileId: file.id,
        commissionedAt: this.arrival.at(),
      });
      await this.ledger.append({
        type: 'project.commissioned',
        scope: 'platform',
        by: actor,
        body: {
          project: projectId,
          code: row.code,
          agency: agency?.name ?? '',
          contract: decided.contractNumber,
          sha256: file.sha256,
        },
      });
    });
  }

  /** Ends the commission: from then on the tenderer alone acts. */
  async end(actor: Actor, projectId: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.own(actor, projectId);
      if (row.agencyId === null) throw new DomainError('project.no_agency');
      orRefuse(endCommission(await this.ends.useOf(projectId)));
      await this.projects.change(projectId, {
        agencyId: null,
        agencyName: null,
        contractNumber: null,
        contractFileId: null,
        commissionedAt: null,
      });
      await this.ledger.append({
        type: 'project.commission_ended',
        scope: 'platform',
        by: actor,
        body: { project: projectId, code: row.code, agency: row.agencyName ?? '' },
      });
    });
  }

  private async own(actor: Actor, id: string): Promise<Project> {
    const row = await this.projects.lock(id);
    if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
    return row;
  }
}
