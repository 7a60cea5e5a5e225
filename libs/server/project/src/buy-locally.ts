import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { fenToYuan } from '@core/kernel';
import { localProcurement, localTotal, UNUSED, type LocalItem } from '@core/project';
import { legalDate, publicityWindow } from '@core/rules';
import { Calendars } from '@server/calendar';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, orRefuse, RuleSets, UnitOfWork, violates } from '@server/platform';
import { EndProject } from './end-project';
import { RecordCollective } from './record-collective';
import { Projects, type LocalPurchase } from './projects.store';

/** Records and publishes what was bought on the spot for an agro-forestry project (就地采购): once, with its sellers. */
@Injectable()
export class BuyLocally implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly collective: RecordCollective,
    private readonly ends: EndProject,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.ends.usedBy(async (projectId) =>
      (await this.projects.purchase(projectId)) ? { ...UNUSED, concluded: 1 } : UNUSED,
    );
  }

  async publish(
    actor: Actor,
    projectId: string,
    items: readonly LocalItem[],
    reason: string,
  ): Promise<LocalPurchase> {
    const calendar = await this.calendars.current();
    const owner = await this.people.organisation(actor.organisationId);
    try {
      return await this.unit.run(async () => {
        const row = await this.projects.lock(projectId);
        if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
        if (row.state !== 'registered') throw new DomainError('project.not_registered');
        if (row.localProcurement !== 1) throw new DomainError('project.local_not_chosen');
        const set = this.ruleSets.of(row);
        const at = this.arrival.at();
        this.collective.require(row, this.ruleSets.under(row, at));
        const law = orRefuse(localProcurement(set, row.regime, row.category, legalDate(at)));
        const total = orRefuse(localTotal(items, row.estimate));
        if (reason.trim() === '') throw new DomainError('project.reason_missing');
        const { until } = orRefuse(publicityWindow(set, row.regime, at, calendar));
        const purchase: LocalPurchase = {
          id: projectId,
          code: row.code,
          title: row.title,
          tendererName: owner?.name ?? '',
          region: row.region,
          items: [...items],
          total,
          reason: reason.trim(),
          citation: law.citation,
          publishedAt: at,
          publicUntil: until,
        };
        await this.projects.addPurchase(purchase);
        await this.ledger.append({
          type: 'project.bought_locally',
          scope: 'platform',
          by: actor,
          body: {
            project: projectId,
            code: row.code,
            items: items.map(({ seller, what, amount }) => ({
              seller,
              what,
              amount: fenToYuan(amount),
            })),
          },
        });
        return purchase;
      });
    } catch (error) {
      if (violates(error, 'PRIMARY', 'local_purchase', ['id'])) {
        throw new DomainError('project.local_published');
      }
      throw error;
    }
  }
}
