import { Injectable } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { protocolTime } from '@core/kernel';
import { filledNotice, reasonInWords, suspendTender } from '@core/tender';
import { Ledger } from '@server/ledger';
import { Arrival, Ids, orRefuse, Outbox, UnitOfWork } from '@server/platform';
import { FactsOfNotice } from './notice/facts-of-notice';
import { noticeTitle, type TenderRow } from './tender.entity';
import { Tenders, toTender } from './tenders.store';

/** Said when a tender stands still, and when it goes on. */
export const TENDER_SUSPENDED = 'tender.suspended';

/** Makes a published tender stand still; everybody sees since when and by which rule. */
@Injectable()
export class SuspendTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
  ) {}

  /** Suspends a locked tender, in the present unit; one that stands still already stays as it is. */
  async run(row: TenderRow, reason: string, citation: string | null): Promise<void> {
    const at = this.arrival.at();
    const suspendedAt = orRefuse(suspendTender(toTender(row), at));
    if (row.suspendedAt !== null) return;
    await this.unit.run(async () => {
      await this.tenders.change(row, { suspendedAt });
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: row.id,
        kind: 'suspension_notice',
        title: noticeTitle(row.title, 'suspension_notice'),
        text: filledNotice(
          'suspension_notice',
          this.facts.of(row),
          reasonInWords(reason, citation),
        ),
        facts: { citation },
        fileId: null,
        publishedAt: at,
      });
      await this.ledger.append({
        type: TENDER_SUSPENDED,
        scope: row.id,
        by: PLATFORM_ACTOR,
        body: { tender: row.id, at: protocolTime(suspendedAt), citation },
      });
      await this.outbox.add(TENDER_SUSPENDED, { tenderId: row.id });
    });
  }
}
