import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { DAY, HOUR, SECOND, type Instant } from '@core/kernel';
import { furtherState, isAwarded, isEnded, resultObjectionsUntil } from '@core/tender';
import { RESULT_CHANGED } from '@server/award';
import { Calendars } from '@server/calendar';
import { DecideComplaint, ReadComplaints } from '@server/complaint';
import { TENDER_CONTRACTED } from '@server/contract';
import { LOTTERY_FAILED } from '@server/contractor-pool';
import { ALL_REJECTED } from '@server/evaluation';
import { VoidDraw } from '@server/draw';
import { Ledger } from '@server/ledger';
import { ObjectToResult } from '@server/objection';
import { DisclosePanel } from '@server/panel';
import { Deadlines, LegalClock, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { TENDER_TERMINATED, Tenders, toTender, type TenderRow } from '@server/tender';
import { TenderClosings } from './closings.store';

const CLOSING = 'tender.closing';

/** Said when a tender is archived: `{tenderId}`. */
export const TENDER_ARCHIVED = 'tender.archived';

/**
 * Writes the last records of a tender that has ended: the pool of its panel's draw with the names of those who were
 * called, and `tender.closed` with its own number, after which a hole in the tender's chain is proof of something
 * withheld (tp1 §2.3). Waits for draws under way and for records that have no place yet, and as long as an award may be
 * questioned still (procurement law) or a complaint may follow: what follows from it belongs to the tender.
 */
@Injectable()
export class CloseTender implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly closings: TenderClosings,
    private readonly voids: VoidDraw,
    private readonly panel: DisclosePanel,
    private readonly objections: ObjectToResult,
    private readonly complaints: ReadComplaints,
    private readonly decisions: DecideComplaint,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly deadlines: Deadlines,
    private readonly clock: LegalClock,
  ) {}

  onModuleInit(): void {
    for (const topic of [
      'award.made',
      RESULT_CHANGED,
      TENDER_CONTRACTED,
      'opening.opened',
      LOTTERY_FAILED,
      TENDER_TERMINATED,
      ALL_REJECTED,
    ]) {
      this.outbox.consume(`closing-${topic}`, topic, ({ payload }) =>
        this.begin(String(payload.tenderId)),
      );
    }
    this.decisions.closedBy(async (id) => (await this.closings.find(id))?.closedRecordId != null);
    this.deadlines.on(CLOSING, (tenderId) => this.run(tenderId));
  }

  private async begin(tenderId: string): Promise<void> {
    const tender = await this.tenders.get(tenderId);
    if (isEnded(tender.state)) await this.deadlines.set(CLOSING, tenderId, this.clock.now());
  }

  /** One step towards the end; looks again shortly until it is reached. */
  private async run(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const closing = await this.closings.find(tenderId);
      if (!isEnded(tender.state)) return;
      if (closing?.closedRecordId) {
        await this.archive(tender);
        return;
      }
      const questioned = await this.questionedUntil(tender);
      if (questioned !== null) {
        await this.deadlines.set(CLOSING, tenderId, questioned);
        return;
      }
      const isQuiet = await this.voids.endDrawsOf(tenderId);
      if (isQuiet && !closing) await this.disclose(tenderId, isAwarded(tender.state));
      const n = isQuiet && closing ? await this.ledger.nextNumber(tenderId) : null;
      if (n === null) {
        await this.deadlines.set(CLOSING, tenderId, this.clock.now() + SECOND / 4);
        return;
      }
      const closedRecordId = await this.ledger.append({
        type: 'tender.closed',
        scope: tenderId,
        by: PLATFORM_ACTOR,
        body: { tender: tenderId, n },
      });
      await this.closings.change(tenderId, { closedRecordId });
      await this.archive(tender);
    });
  }

  /** A tender whose contracts are signed and whose record is closed is archived; the other order is as good. */
  private async archive(tender: TenderRow): Promise<void> {
    const state = furtherState(tender.state, [], true);
    if (state === null) return;
    await this.tenders.change(tender, { state });
    await this.ledger.append({
      type: TENDER_ARCHIVED,
      scope: 'platform',
      by: PLATFORM_ACTOR,
      body: { tender: tender.id },
    });
    await this.outbox.add(TENDER_ARCHIVED, { tenderId: tender.id });
  }

  /** When to look again, as long as the award may be questioned or complained of, or that waits for its end; null: neither. */
  private async questionedUntil(tender: TenderRow): Promise<Instant | null> {
    // Nothing can be ordered any more of a tender that came to nothing.
    if (!isAwarded(tender.state)) return null;
    const complained = await this.complaints.holdsOpen(tender);
    if (complained !== null) return complained;
    const now = this.clock.now();
    const set = this.ruleSets.of(tender);
    const until = resultObjectionsUntil(toTender(tender), set, await this.calendars.current());
    // A year whose calendar is not out yet: nobody knows when the window ends, so it is not over.
    if (!until.ok) return now + DAY;
    if (until.value !== null && now < until.value) return until.value;
    return (await this.objections.open(tender.id)) > 0 ? now + HOUR : null;
  }

  private async disclose(tenderId: string, isAwarded: boolean): Promise<void> {
    const table = isAwarded ? await this.panel.table(tenderId) : null;
    if (table) {
      const body = { ...table };
      await this.ledger.append({
        type: 'draw.table',
        scope: tenderId,
        by: PLATFORM_ACTOR,
        body,
      });
    }
    const endedAt = this.clock.now();
    await this.closings.add({ id: tenderId, closedRecordId: null, endedAt });
  }
}
