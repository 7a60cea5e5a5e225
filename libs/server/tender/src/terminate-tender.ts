import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { can, filledNotice, runsTender, terminateTender } from '@core/tender';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { FactsOfNotice } from './notice/facts-of-notice';
import { TENDER_DEADLINE } from './publish-tender';
import { noticeTitle, type TenderRow } from './tender.entity';
import { Tenders, toTender } from './tenders.store';

/** Said when a tender has been given up before its opening. */
export const TENDER_TERMINATED = 'tender.terminated';

/** What follows, in the same unit, when a tender was given up: its row as it is now. */
export type AfterTermination = (actor: Actor, row: TenderRow) => Promise<void>;

/** Gives a published tender up, with a reason everybody reads; sealed bids are never opened. */
@Injectable()
export class TerminateTender {
  private readonly after: AfterTermination[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly deadlines: Deadlines,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
  ) {}

  /** Adds what follows, in the same unit, when a tender was given up. */
  onTerminated(then: AfterTermination): void {
    this.after.push(then);
  }

  async run(actor: Actor, id: string, reason: string): Promise<TenderRow> {
    return this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      const tender = toTender(row);
      const at = this.arrival.at();
      if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
      const set = this.ruleSets.of(row);
      const decided = orRefuse(terminateTender(tender, reason, set, at));
      if (!can(actor, 'terminate', tender, at)) throw new DomainError('tender.not_allowed');
      await this.tenders.change(row, { state: 'terminated', suspendedAt: null });
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: id,
        kind: 'termination_notice',
        title: noticeTitle(row.title, 'termination_notice'),
        text: filledNotice('termination_notice', this.facts.of(row), decided.reason),
        facts: { citation: decided.law?.citation ?? null, reason: decided.reason },
        fileId: null,
        publishedAt: at,
      });
      await this.deadlines.drop(TENDER_DEADLINE, id);
      await this.ledger.append({
        type: TENDER_TERMINATED,
        scope: id,
        by: actor,
        body: { tender: id, reason: decided.reason },
      });
      await this.outbox.add(TENDER_TERMINATED, { tenderId: id });
      const over = { ...row, state: 'terminated' as const, suspendedAt: null };
      for (const then of this.after) await then(actor, over);
      return over;
    });
  }
}
