import { Injectable } from '@nestjs/common';
import {
  decideComplaint,
  possibleOrders,
  type ComplaintWish,
  type DecisionFacts,
} from '@core/complaint';
import type { Actor } from '@core/identity';
import { protocolTime, taggedHashHex } from '@core/kernel';
import { COMPLAINT_ORDERS, type ComplaintOrder } from '@core/tender';
import { Contracts } from '@server/contract';
import { Ledger } from '@server/ledger';
import { OrderRemedy } from '@server/objection';
import { Arrival, Ids, orRefuse, RuleSets } from '@server/platform';
import { Lots, noticeTitle, Tenders, type TenderRow } from '@server/tender';
import { ComplaintDesk } from './complaint-desk';
import { Complaints, type ComplaintRecord } from './complaints.store';
import { decisionNotice, ORDER_WORDS } from './decision-text';
import { PauseComplaint } from './pause-complaint';

/** Whether the last record of a tender is written. */
export type IsClosed = (tenderId: string) => Promise<boolean>;

/** The authority's decision: published as it is made; what it orders is carried out as an upheld objection is. */
@Injectable()
export class DecideComplaint {
  private readonly closings: IsClosed[] = [];

  constructor(
    private readonly desk: ComplaintDesk,
    private readonly complaints: Complaints,
    private readonly pauses: PauseComplaint,
    private readonly orders: OrderRemedy,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly contracts: Contracts,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Adds a way of knowing that the record of a tender is closed: nothing of it changes any more. */
  closedBy(isClosed: IsClosed): void {
    this.closings.push(isClosed);
  }

  /** Decides a complaint, once. */
  async run(actor: Actor, id: string, wish: ComplaintWish): Promise<void> {
    await this.desk.asAuthority(actor, id, async (hand) => {
      const { complaint, pauses, tender, at, law } = hand;
      const facts = await this.facts(tender, complaint);
      const decided = orRefuse(decideComplaint(complaint, pauses, wish, facts, at, law));
      const { outcome, findings, basis, order } = decided;
      const citation = decided.law?.citation ?? null;
      const made: ComplaintRecord = {
        ...complaint,
        state: 'decided',
        outcome,
        findings,
        basis,
        ordered: order,
        citation,
        digest: digestOf(complaint, { outcome, findings, basis, order }),
        endedAt: at,
        endedBy: actor.personId,
      };
      await this.complaints.change(id, made);
      await this.publish(actor, tender, made);
      if (order !== null && order !== 'none') {
        const { lot, enterpriseId, enterpriseName } = complaint;
        await this.orders.run(actor, tender, {
          complaintId: id,
          lot,
          enterpriseId,
          enterpriseName,
          order,
          text: `投诉处理决定（${complaint.code}）：${findings}`,
          reply: `${complaint.authorityName ?? ''}：${ORDER_WORDS[order]}`,
          citation,
        });
      }
      await this.pauses.endAll(actor, hand);
      await this.desk.step(actor, complaint, 'decided', findings);
    });
  }

  /** What can be ordered as the tender stands, for the form. */
  async possible(complaint: ComplaintRecord): Promise<readonly ComplaintOrder[]> {
    const tender = await this.tenders.get(complaint.tenderId);
    const law = this.ruleSets.under(tender, this.arrival.at());
    return possibleOrders(COMPLAINT_ORDERS, complaint, await this.facts(tender, complaint), law);
  }

  private async facts(tender: TenderRow, { lot }: ComplaintRecord): Promise<DecisionFacts> {
    const { id, state } = tender;
    let isClosed = false;
    for (const asked of this.closings) isClosed ||= await asked(id);
    return {
      state,
      isDivided: (await this.lots.ofTender(id)).length > 1,
      contractSigned: await this.contracts.isConcluded(id, lot ?? 1),
      isClosed,
    };
  }

  /** The decision as a notice of its tender, and in the log. */
  private async publish(actor: Actor, tender: TenderRow, made: ComplaintRecord): Promise<void> {
    const { id, code, lot, outcome, ordered, citation, digest, endedAt } = made;
    const at = endedAt ?? this.arrival.at();
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: tender.id,
      kind: 'complaint_notice',
      title: noticeTitle(tender.title, 'complaint_notice'),
      text: decisionNotice(tender, made),
      facts: { complaint: id, code, outcome, ordered, citation, ...(lot === null ? {} : { lot }) },
      fileId: null,
      publishedAt: at,
    });
    await this.ledger.append({
      type: 'complaint.published',
      scope: 'platform',
      by: actor,
      body: {
        tender: tender.id,
        complaint: id,
        code,
        outcome,
        ordered,
        digest,
        at: protocolTime(at),
      },
    });
  }
}

/** SHA-256 over what was decided, so that a decision on paper can be held against the log. */
export function digestOf(
  { code, tenderId }: Pick<ComplaintRecord, 'code' | 'tenderId'>,
  { outcome, findings, basis, order }: ComplaintWish,
): string {
  return taggedHashHex('sunlit/complaint', { code, tenderId, outcome, findings, basis, order });
}
