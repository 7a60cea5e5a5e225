import { Injectable } from '@nestjs/common';
import type { Method } from '@core/rules';
import { Awards, type Award } from '@server/award';
import { Performances } from '@server/performance';
import { Tenders } from '@server/tender';

/** Methods by which works are given to members of a pool. */
const OF_POOLS: ReadonlySet<Method> = new Set<Method>(['lottery', 'reasonable_low_price']);

/** Works that members of a pool won, and have not finished. */
@Injectable()
export class PoolWorks {
  constructor(
    private readonly awards: Awards,
    private readonly tenders: Tenders,
    private readonly performances: Performances,
  ) {}

  /** What a firm won in a trade by the methods of pools and whose performance nobody has judged yet. */
  async unfinished(trade: string, enterpriseId: string): Promise<readonly Award[]> {
    const awards = await this.awards.ofEnterprise(enterpriseId);
    const ids = [...new Set(awards.map(({ tenderId }) => tenderId))];
    const tenders = new Map((await this.tenders.byIds(ids)).map((one) => [one.id, one]));
    const done = new Set(
      (await this.performances.ofEnterprise(enterpriseId)).map(
        ({ tenderId, lot }) => `${tenderId}/${lot}`,
      ),
    );
    return awards.filter(({ tenderId, lot }) => {
      const tender = tenders.get(tenderId);
      if (tender?.category !== trade || !OF_POOLS.has(tender.method)) return false;
      return !done.has(`${tenderId}/${lot}`);
    });
  }
}
