import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  continueClock,
  openPause,
  resumeProcedure,
  stopClock,
  suspendProcedure,
  type StopReason,
} from '@core/complaint';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { AwardTender } from '@server/award';
import { SignContract } from '@server/contract';
import { SignAgreement } from '@server/framework';
import { ObjectToDocuments } from '@server/objection';
import { Arrival, Deadlines, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { SuspendTender, Tenders, type TenderRow } from '@server/tender';
import { ComplaintDesk, type ComplaintAtHand } from './complaint-desk';
import type { ComplaintPauseRow } from './complaint.entity';
import { Complaints, toPause } from './complaints.store';

const SUSPENSION_OVER = 'complaint.suspension';
const SUSPENDED =
  '监督部门正在处理投诉，责令暂停招标投标（采购）活动。暂停期间不接收投标，恢复后截止时间顺延。';

/**
 * What stands still while a complaint is dealt with: the clock of the decision (tests, appraisals, expert reviews), and the
 * procedure. A published tender takes no bids; later neither an award is made nor a contract signed.
 */
@Injectable()
export class PauseComplaint implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: ComplaintDesk,
    private readonly complaints: Complaints,
    private readonly tenders: Tenders,
    private readonly awards: AwardTender,
    private readonly signing: SignContract,
    private readonly agreements: SignAgreement,
    private readonly documents: ObjectToDocuments,
    private readonly tenderStops: SuspendTender,
    private readonly ruleSets: RuleSets,
    private readonly deadlines: Deadlines,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.awards.holdBack(async ({ id }, _set, lot) => {
      await this.requireNotSuspended(await this.tenders.get(id), lot);
    });
    const held = (row: TenderRow, lot: number): Promise<void> => this.requireNotSuspended(row, lot);
    this.signing.holdBack(held);
    this.agreements.holdBack(held);
    this.documents.alsoHeldBy((tenderId) => this.isSuspended(tenderId));
    this.deadlines.on(SUSPENSION_OVER, (tenderId) => this.over(tenderId));
  }

  /** Whether a suspension lasts: of the lot, or of any. */
  async isSuspended(tenderId: string, lot: number | null = null): Promise<boolean> {
    return (await this.lasting(tenderId, lot)).length > 0;
  }

  /** Until when the procedure is suspended at the latest; null where that is open. Undefined: it is not suspended. */
  async suspendedUntil(tenderId: string): Promise<number | null | undefined> {
    const lasting = await this.lasting(tenderId, null);
    if (lasting.length === 0) return undefined;
    const ends = lasting.map(({ endsBy }) => endsBy);
    return ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0));
  }

  private async lasting(tenderId: string, lot: number | null): Promise<ComplaintPauseRow[]> {
    const at = this.arrival.at();
    const found: ComplaintPauseRow[] = [];
    for (const row of await this.complaints.suspensions(tenderId)) {
      if (!openPause([toPause(row)], 'suspension', at)) continue;
      const about = (await this.complaints.get(row.complaintId)).lot;
      if (lot === null || about === null || about === lot) found.push(row);
    }
    return found;
  }

  private async requireNotSuspended(row: TenderRow, lot: number): Promise<void> {
    if (!(await this.isSuspended(row.id, lot))) return;
    throw this.ruleSets.refusal('award.complaint_suspended', row, this.arrival.at());
  }

  /** Stops the clock of the decision, with its reason and what shows it. */
  async stop(
    actor: Actor,
    id: string,
    reason: StopReason,
    text: string,
    fileIds: readonly string[],
  ): Promise<void> {
    const files = await this.desk.own(actor, fileIds);
    await this.desk.asAuthority(actor, id, async ({ complaint, pauses, at }) => {
      const said = orRefuse(stopClock(complaint, pauses, text, at));
      await this.add(complaint, { kind: 'clock', startedAt: at, reason, text: said });
      await this.desk.attach(id, 'authority', files, at);
      await this.desk.step(actor, complaint, 'stopped', said, files, { reason });
    });
  }

  /** Lets the clock go on. */
  async goOn(actor: Actor, id: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, pauses, at }) => {
      const open = orRefuse(continueClock(complaint, pauses, at));
      await this.complaints.endPause(open.id, at);
      await this.desk.step(actor, complaint, 'continued', '');
    });
  }

  /** Suspends the procedure; says why. */
  async suspend(actor: Actor, id: string, reason: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, pauses, tender, at, law }) => {
      const order = orRefuse(suspendProcedure(complaint, pauses, reason, at, law));
      const citation = order.law?.citation ?? null;
      await this.add(complaint, {
        kind: 'suspension',
        startedAt: at,
        endsBy: order.until,
        text: reason.trim(),
        citation,
      });
      if (tender.state === 'published') await this.tenderStops.run(tender, SUSPENDED, citation);
      if (order.until !== null) await this.deadlines.set(SUSPENSION_OVER, tender.id, order.until);
      await this.desk.step(actor, complaint, 'suspended', reason.trim());
    });
  }

  /** Lets the procedure go on, unless something else holds it. */
  async resume(actor: Actor, id: string): Promise<void> {
    await this.desk.asAuthority(actor, id, async ({ complaint, pauses, at }) => {
      const open = orRefuse(resumeProcedure(pauses, at));
      await this.complaints.endPause(open.id, at);
      await this.letGoOn(actor, complaint.tenderId);
      await this.desk.step(actor, complaint, 'resumed', '');
    });
  }

  /** Ends whatever pauses still last of a complaint that is over; in the present unit. */
  async endAll(actor: Actor, { complaint, pauses, at }: ComplaintAtHand): Promise<void> {
    for (const one of pauses) {
      if (one.to === null) await this.complaints.endPause(one.id, Math.min(at, one.until ?? at));
    }
    await this.letGoOn(actor, complaint.tenderId);
  }

  /** A suspension that has reached its legal end: the tender goes on by itself. */
  private async over(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      await this.tenders.lock(tenderId);
      await this.letGoOn(PLATFORM_ACTOR, tenderId);
    });
  }

  private async letGoOn(actor: Actor, tenderId: string): Promise<void> {
    const row = await this.tenders.get(tenderId);
    if (row.state === 'published') await this.documents.goOn(actor, row);
  }

  private async add(
    { id: complaintId, tenderId }: { readonly id: string; readonly tenderId: string },
    pause: Pick<ComplaintPauseRow, 'kind' | 'startedAt' | 'text'> & Partial<ComplaintPauseRow>,
  ): Promise<void> {
    await this.complaints.addPause({
      id: this.ids.next(),
      complaintId,
      tenderId,
      endedAt: null,
      endsBy: null,
      reason: null,
      citation: null,
      ...pause,
    });
  }
}
