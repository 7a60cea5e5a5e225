import { Injectable } from '@nestjs/common';
import { faultsOf, publicPart, specRows, type SpecFault, type SpecRow } from '@core/data-spec';
import type { Instant } from '@core/kernel';
import { PublicFacts } from '@server/open-data';
import { Config } from '@server/platform';
import { Projects } from '@server/project';
import { Lots, Tenders, type TenderRow } from '@server/tender';

/** Who reads the export: everybody, or an authority's platform. */
export type SpecScope = 'public' | 'gov';

/** The rows of one tender or of many, and what is wrong with them. */
export interface SpecExport {
  readonly rows: readonly SpecRow[];
  readonly faults: readonly SpecFault[];
}

const PAGE = 100;

/** Writes what is published in the form of the data specification of public resource trading platforms. */
@Injectable()
export class ExportDataSpec {
  constructor(
    private readonly config: Config,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly projects: Projects,
    private readonly facts: PublicFacts,
  ) {}

  /** One published tender; throws `tender.not_found`. */
  async ofTender(tenderId: string, scope: SpecScope): Promise<SpecExport> {
    return judged(await this.rows(await this.tenders.published(tenderId)), scope);
  }

  /** Every tender first published in a span of time, the newest first. */
  async between(from: Instant, to: Instant, scope: SpecScope): Promise<SpecExport> {
    const rows: SpecRow[] = [];
    let after: string | undefined;
    do {
      const page = await this.tenders.page({ from, to, after, limit: PAGE });
      for (const tender of page.items) rows.push(...(await this.rows(tender)));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return judged(rows, scope);
  }

  private async rows(tender: TenderRow): Promise<readonly SpecRow[]> {
    const { id, projectId, regime, publishedAt, consortia } = tender;
    const project = await this.projects.get(projectId);
    if (project.unifiedCode === null || publishedAt === null) return [];
    const [lot] = await this.lots.ofTender(id);
    const { PLATFORM_NAME: name, PLATFORM_CREDIT_CODE: creditCode } = this.config.settings;
    return specRows({
      process: await this.facts.of(tender),
      platform: { name, creditCode },
      unifiedCode: project.unifiedCode,
      call: await this.callOf(id),
      regime,
      // When a draft was begun is nobody's business: for the public a tender begins with its notice.
      createdAt: publishedAt,
      consortia: consortia === 1,
      qualification: lot?.qualification ? JSON.stringify(lot.qualification) : null,
      publicityUntil: await this.publishedUntil(tender),
    });
  }

  /** Until when the notice of the candidates said they are published: a lot's may be published anew for itself. */
  private async publishedUntil({ id, publicityUntil }: TenderRow): Promise<Instant | null> {
    const notices = await this.tenders.notices(id);
    const until = notices.find(({ kind }) => kind === 'candidates_notice')?.facts.until;
    return typeof until === 'number' ? until : publicityUntil;
  }

  private async callOf(id: string): Promise<number> {
    let call = 1;
    for (
      let previous = await this.tenders.previousCall(id);
      previous !== null;
      previous = await this.tenders.previousCall(previous)
    ) {
      call++;
    }
    return call;
  }
}

function judged(rows: readonly SpecRow[], scope: SpecScope): SpecExport {
  const faults = rows.flatMap(faultsOf);
  return { rows: scope === 'gov' ? rows : rows.map(publicPart), faults };
}
