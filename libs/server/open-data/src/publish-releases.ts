import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MINUTE, SECOND } from '@core/kernel';
import { releasesOf, textOf } from '@core/ocds';
import { Awards } from '@server/award';
import { CONTRACT_PAID } from '@server/contract';
import { DRAW_DRAWN, Draws } from '@server/draw';
import { Background, Leases, SystemClock, Outbox, UnitOfWork } from '@server/platform';
import { NOTICE_PUBLISHED, Tenders } from '@server/tender';
import { OpenReleases } from './open-releases.store';
import { PublicFacts } from './process-facts';

/** Said when releases of a process were published. */
export const PROCESS_PUBLISHED = 'process.published';

const CATCH_UP = 10 * MINUTE;
const PAGE = 200;

/**
 * Turns what happened into releases. Every notice and every finished draw becomes one, exactly once and for good; what
 * an event did not bring (an installation from before open data, an event given up) a slow round finds.
 */
@Injectable()
export class PublishReleases implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly clock: SystemClock,
    private readonly tenders: Tenders,
    private readonly draws: Draws,
    private readonly awards: Awards,
    private readonly facts: PublicFacts,
    private readonly releases: OpenReleases,
  ) {}

  onModuleInit(): void {
    for (const topic of [NOTICE_PUBLISHED, DRAW_DRAWN, CONTRACT_PAID]) {
      this.outbox.consume('open-data', topic, async ({ payload }) => {
        await this.publish(String(payload.tenderId));
      });
    }
    this.background.add('open data', CATCH_UP, () => this.catchUp());
  }

  /** Publishes what is missing of one tender; returns how many releases that were. */
  async publish(tenderId: string): Promise<number> {
    return this.unit.run(async () => {
      // The tender's row first: two events of one process must not publish the same thing twice.
      const tender = await this.tenders.lock(tenderId);
      if (tender.publishedAt === null) return 0;
      const known = await this.releases.sources(tenderId);
      const missing = releasesOf(await this.facts.of(tender)).filter(
        (one) => !known.includes(one.source),
      );
      const addedAt = this.clock.now();
      let number = known.length;
      for (const { source, at, release } of missing) {
        number++;
        await this.releases.add({
          source,
          tenderId,
          number,
          ocid: textOf(release.ocid),
          tag: (release.tag as readonly string[])[0] ?? '',
          date: at,
          addedAt,
          release,
        });
      }
      const ocid = textOf(missing[0]?.release.ocid);
      if (missing.length > 0) await this.outbox.add(PROCESS_PUBLISHED, { tenderId, ocid });
      return missing.length;
    });
  }

  /** Looks for tenders with fewer releases than things that happened; one process at a time does this. */
  async catchUp(): Promise<number> {
    if (!(await this.leases.hold('open data', CATCH_UP + 30 * SECOND))) return 0;
    let published = 0;
    let after: string | undefined;
    do {
      const page = await this.tenders.page({ after, limit: PAGE });
      const ids = page.items.map((tender) => tender.id);
      const notices = await this.tenders.noticeCounts(ids);
      const drawn = await this.draws.drawnCounts(ids);
      const voided = await this.awards.voidCounts(ids);
      const known = await this.releases.counts(ids);
      for (const id of ids) {
        const happened = (notices.get(id) ?? 0) + (drawn.get(id) ?? 0) + (voided.get(id) ?? 0);
        if (happened > (known.get(id) ?? 0)) published += await this.publish(id);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    return published;
  }
}
