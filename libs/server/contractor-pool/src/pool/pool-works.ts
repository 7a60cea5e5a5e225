import { Injectable } from '@nestjs/common';
import { POOL_METHODS } from '@core/contractor-pool';
import { Awards, type Award } from '@server/award';
import { Performances } from '@server/performance';
import { Tenders } from '@server/tender';

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
      if (tender?.category !== trade || !POOL_METHODS.includes(tender.method)) return false;
      return !done.has(`${tenderId}/${lot}`);
    });
  }
}
