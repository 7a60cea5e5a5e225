import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR } from '@core/identity';
import { MINUTE, SECOND } from '@core/kernel';
import { EMPTY_HALL } from '@core/opening';
import { closedList } from '@core/sealed-bid';
import { closeBidding } from '@core/tender';
import { Bids } from '@server/bid';
import { Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Deadlines,
  Ids,
  LegalClock,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import {
  noticeTitle,
  openingOf,
  TENDER_DEADLINE,
  Tenders,
  toTender,
  type TenderRow,
} from '@server/tender';
import { HallLog } from './hall-log';
import { Openings } from './openings.store';

const RELEASE = 'opening.release';
/** How long the closing waits for submissions that arrived in time and are still under way. */
const DRAIN = 2 * MINUTE;

/**
 * Opens the hall by itself at the deadline: drains the submissions that arrived in time, fixes the closed list in
 * the log, and lets keys in once the log's witnesses have cosigned it (tp1 §2.4, §4.5).
 */
@Injectable()
export class OpenHall implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly openings: Openings,
    private readonly log: HallLog,
    private readonly ledger: Ledger,
    private readonly deadlines: Deadlines,
    private readonly clock: LegalClock,
    private readonly ruleSets: RuleSets,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(TENDER_DEADLINE, (tenderId) => this.run(tenderId));
    this.deadlines.on(RELEASE, (openingId) => this.release(openingId));
  }

  /** Closes the bidding of a tender and opens its hall. Does nothing when it is not time, or done already. */
  async run(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      const now = this.clock.now();
      const deadline = row.deadline ?? now;
      const isBidding = row.method === 'open_tender' || row.method === 'invited_tender';
      if (row.state !== 'published' || now < deadline || !isBidding) return;
      // It goes on with a later deadline, which wakes this again.
      if (row.suspendedAt !== null) return;
      const waiting = await this.bids.inFlight(tenderId, deadline);
      if (waiting > 0 && now < deadline + DRAIN) {
        await this.deadlines.set(TENDER_DEADLINE, tenderId, now + SECOND / 4);
        return;
      }
      await this.bids.clearInFlight(tenderId);
      await this.close(row, now);
    });
  }

  private async close(row: TenderRow, now: number): Promise<void> {
    const submitted = await this.bids.submitted(row.id);
    const closed = closedList(
      submitted.map((bid) => ({
        bid: bid.id,
        bidHash: bid.bidHash ?? '',
        bidder: bid.enterpriseId,
        seq: bid.seq,
        withdrawn: bid.state === 'withdrawn',
      })),
    );
    const set = this.ruleSets.get(row.ruleSetId);
    const { to, minimum } = orRefuse(closeBidding(toTender(row), closed.length, now, set));
    const closedRecordId = await this.ledger.append({
      type: 'bids.closed',
      scope: row.id,
      by: PLATFORM_ACTOR,
      body: { tender: row.id, count: closed.length, bids: closed.map((one) => ({ ...one })) },
    });
    const opening = {
      id: this.ids.next(),
      tenderId: row.id,
      phase: to === 'failed' ? ('failed' as const) : ('unsealing' as const),
      seq: 0,
      closedRecordId,
      closedLeaf: null,
      openedAt: now,
      windowEndsAt: now + openingOf(row).bidderWindowSec * SECOND,
      closedAt: to === 'failed' ? now : null,
    };
    await this.openings.add(opening);
    const bidderOf = new Map(submitted.map((bid) => [bid.id, bid.enterpriseId]));
    const firms = await this.enterprises.byIds([...new Set(bidderOf.values())]);
    const bids = closed.map(({ bid }) => {
      const bidderId = bidderOf.get(bid) ?? '';
      return { bidId: bid, bidderId, bidderName: firms.get(bidderId)?.name ?? '' };
    });
    const event = { kind: 'bids_closed' as const, bids, minimum, failed: to === 'failed' };
    await this.log.write(PLATFORM_ACTOR, opening, EMPTY_HALL, event, now);
    await this.tenders.change(row, { state: to });
    if (to === 'failed') await this.fail(row, closed.length, minimum, now);
    else await this.deadlines.set(RELEASE, opening.id, now);
    await this.outbox.add('opening.opened', { tenderId: row.id, openingId: opening.id, to });
  }

  private async fail(row: TenderRow, bids: number, minimum: number, now: number): Promise<void> {
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: row.id,
      kind: 'failed_notice',
      title: noticeTitle(row.title, 'failed_notice'),
      text: '',
      facts: { bids, minimum },
      fileId: null,
      publishedAt: now,
    });
    await this.ledger.append({
      type: 'tender.failed',
      scope: row.id,
      by: PLATFORM_ACTOR,
      body: { tender: row.id, bids, minimum },
    });
  }

  /** Lets keys in as soon as the closed list is cosigned; looks again shortly until it is. */
  private async release(openingId: string): Promise<void> {
    const opening = await this.openings.get(openingId);
    if (opening.closedLeaf !== null) return;
    const placed = await this.ledger.sequenced(opening.closedRecordId);
    const cosigned =
      placed !== null && (await this.ledger.cosigned(opening.closedRecordId)) !== null;
    await this.unit.run(async () => {
      if (cosigned) await this.openings.change(openingId, { closedLeaf: placed.leafHash });
      else await this.deadlines.set(RELEASE, openingId, this.clock.now() + 1);
    });
  }
}
