import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MINUTE, SECOND } from '@core/kernel';
import { Background, Leases, Outbox, UnitOfWork } from '@server/platform';
import { Lots, NOTICE_PUBLISHED, Tenders, type TenderRow } from '@server/tender';
import { SearchIndex } from './search-index.store';
import { initialsOf } from './tokens';

const ROUND = 10 * MINUTE;
const PAGE = 100;
const MOST = 20_000;

/** Keeps the search index: a tender is found by everything its notices say, from their publication on. */
@Injectable()
export class IndexTenders implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly background: Background,
    private readonly leases: Leases,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly searchIndex: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('search', NOTICE_PUBLISHED, async ({ payload }) => {
      await this.index(String(payload.tenderId));
    });
    this.background.add('search index', ROUND, () => this.catchUp());
  }

  /** Indexes what is public of a tender now; nothing of a draft. */
  async index(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (tender.publishedAt === null) return;
      const { title, tendererName, region } = tender;
      const initials = [title, tendererName, region].map(initialsOf).join(' ');
      await this.searchIndex.put(tenderId, await this.textOf(tender), initials);
    });
  }

  /** Indexes what no event told of: tenders from before the index. Returns how many. */
  async catchUp(): Promise<number> {
    if (!(await this.leases.hold('search index', ROUND + 30 * SECOND))) return 0;
    let indexed = 0;
    for (;;) {
      const missing = await this.searchIndex.missing(PAGE);
      for (const id of missing) await this.index(id);
      indexed += missing.length;
      if (missing.length < PAGE) return indexed;
    }
  }

  private async textOf({ id, title, code, tendererName, region }: TenderRow): Promise<string> {
    const notices = await this.tenders.notices(id);
    const lots = await this.lots.ofTender(id);
    const said = [...notices].reverse().map((notice) => `${notice.title}\n${notice.text}`);
    const parts = [title, code, tendererName, region, ...lots.map((lot) => lot.title), ...said];
    return parts.join('\n').slice(0, MOST);
  }
}
