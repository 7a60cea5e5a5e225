import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { ComplaintOrder } from '@core/tender';
import { Arrival, Ids } from '@server/platform';
import { SuspendTender, type TenderRow } from '@server/tender';
import { ObjectionLog } from './objection-log';
import { Objections, UNANSWERED, type ObjectionRecord } from './objections.store';

/** Said in the log when a decision on a complaint has ordered a remedy. */
const REMEDY_ORDERED = 'objection.ordered';

const SUSPENDED =
  '投诉处理决定责令改正，改正前暂停招标投标活动。暂停期间不接收投标，恢复后截止时间顺延。';

/** What a decision on a complaint orders. */
export interface RemedyOrder {
  readonly complaintId: string;
  readonly lot: number | null;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly order: Exclude<ComplaintOrder, 'none'>;
  readonly text: string;
  readonly reply: string;
  readonly citation: string | null;
}

/**
 * Orders a remedy: it stands as an objection that is upheld already, by the authority and not by the tenderer, and holds the
 * opening or the award until its tenderer has carried it out, as any upheld objection does.
 */
@Injectable()
export class OrderRemedy {
  constructor(
    private readonly objections: Objections,
    private readonly suspend: SuspendTender,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly log: ObjectionLog,
  ) {}

  /** Orders it for a locked tender, in the present unit. */
  async run(actor: Actor, row: TenderRow, order: RemedyOrder): Promise<void> {
    const at = this.arrival.at();
    const { complaintId, lot, enterpriseId, enterpriseName, text, reply, citation } = order;
    const stage = row.state === 'published' ? 'documents' : 'result';
    const ordered: ObjectionRecord = {
      ...UNANSWERED,
      id: this.ids.next(),
      tenderId: row.id,
      lot,
      enterpriseId,
      enterpriseName,
      stage,
      text,
      filedAt: at,
      replyBy: null,
      citation,
      reply,
      upheld: 1,
      repliedAt: at,
      complaintId,
      ordered: order.order,
    };
    await this.objections.add(ordered);
    await this.log.write(actor, REMEDY_ORDERED, ordered, `${order.order} ${text}`);
    if (stage === 'documents') await this.suspend.run(row, SUSPENDED, citation);
  }
}
