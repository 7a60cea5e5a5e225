import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HOUR, SECOND } from '@core/kernel';
import { recordOf, isObject } from '@core/ocds';
import { factOf } from '@core/statistics';
import { OpenReleases, PROCESS_PUBLISHED } from '@server/open-data';
import { Background, Leases, Outbox, UnitOfWork } from '@server/platform';
import { StatisticsFacts } from './statistics-facts.store';

const PAGE = 100;

/**
 * Keeps the statistics up with the open data. Nothing else is read: what a figure says can be computed again by
 * everybody, and nothing that is not published can be in it.
 */
@Injectable()
export class KeepStatistics implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly releases: OpenReleases,
    private readonly facts: StatisticsFacts,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('statistics', PROCESS_PUBLISHED, async ({ payload }) => {
      await this.refresh([String(payload.ocid)]);
    });
    this.background.add('statistics', HOUR, () => this.catchUp());
  }

  /** Reads these processes' releases anew. */
  async refresh(ocids: readonly string[]): Promise<void> {
    await this.unit.run(async () => {
      for (const ocid of ocids) {
        // Cleared first: whoever comes second waits for the row and then reads everything the first one read.
        await this.facts.clear(ocid);
        const published = (await this.releases.ofProcesses([ocid])).get(ocid) ?? [];
        const [first] = published;
        const { compiledRelease } = recordOf(published.map((one) => one.release));
        if (!first || !isObject(compiledRelease)) continue;
        await this.facts.put(first.tenderId, factOf(compiledRelease));
      }
    });
  }

  /** Makes the facts of processes from before the statistics; one process of ours at a time does this. */
  async catchUp(): Promise<void> {
    if ((await this.facts.count()) >= (await this.releases.processes())) return;
    if (!(await this.leases.hold('statistics', HOUR + 30 * SECOND))) return;
    for (let seq = 0; ;) {
      const page = await this.releases.processesAfter(seq, PAGE);
      await this.refresh(page.map((one) => one.ocid));
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      seq = last.seq;
    }
  }
}
