import { Injectable } from '@nestjs/common';
import type { PerformanceGrade } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { protocolTime } from '@core/kernel';
import { isTendererOf } from '@core/tender';
import { Awards } from '@server/award';
import { Contracts } from '@server/contract';
import { KeepCredit } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { Performances, type Performance } from './performances.store';

/** A review as the tenderer enters it. */
export interface PerformanceFacts {
  readonly grade: PerformanceGrade;
  readonly text: string;
}

/** Said when a work was judged: `{tenderId, lot}`. */
export const PERFORMANCE_REVIEWED = 'performance.reviewed';

/**
 * The tenderer says how the accepted work of a contract was done (履约评价), once. It enters the firm's credit record and
 * frees its place in the pool.
 */
@Injectable()
export class ReviewPerformance {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly performances: Performances,
    private readonly credit: KeepCredit,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Records the review of a lot's work. A grade below `good` says why. */
  async run(
    actor: Actor,
    tenderId: string,
    lot: number,
    facts: PerformanceFacts,
  ): Promise<Performance> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (!isTendererOf(actor, tender)) throw new DomainError('tender.not_found');
      const award = (await this.awards.ofTender(tenderId)).find((one) => one.lot === lot);
      if (!award) throw new DomainError('performance.no_award', { lot });
      const at = this.arrival.at();
      const { grade, text } = facts;
      const acceptedAt = (await this.contracts.ofLot(tenderId, lot))?.acceptedAt ?? null;
      if (acceptedAt === null) throw new DomainError('performance.not_accepted', { lot });
      if ((grade === 'pass' || grade === 'fail') && text.trim() === '') {
        throw new DomainError('performance.reason_missing', { grade });
      }
      const row: Performance = {
        id: this.ids.next(),
        tenderId,
        lot,
        enterpriseId: award.enterpriseId,
        acceptedAt,
        ...facts,
        reviewedAt: at,
        reviewedBy: actor.personId,
      };
      await this.performances.add(row);
      await this.credit.recordPerformance(award.enterpriseId, {
        tenderId,
        code: lot === 1 ? tender.code : `${tender.code}/${lot}`,
        title: tender.title,
        tenderer: tender.tendererName,
        grade,
        at,
      });
      await this.ledger.append({
        type: 'performance.reviewed',
        scope: 'platform',
        by: actor,
        body: {
          tender: tenderId,
          lot,
          enterprise: award.enterpriseId,
          grade,
          text,
          accepted: protocolTime(acceptedAt),
        },
      });
      await this.outbox.add(PERFORMANCE_REVIEWED, { tenderId, lot });
      return row;
    });
  }
}
