import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bidOrdersOf, drawsInHall, type EvaluationPlan } from '@core/evaluation';
import { PLATFORM_ACTOR } from '@core/identity';
import { MINUTE, SECOND, type Instant } from '@core/kernel';
import {
  attendanceRule,
  EMPTY_HALL,
  type ClosedHallBid,
  type HallEvent,
  type HallLot,
} from '@core/opening';
import { lawOf, legalDate } from '@core/rules';
import { closedList, type SubmittedBid } from '@core/sealed-bid';
import {
  closeLots,
  fewestBids,
  filledNotice,
  takesSealedBids,
  tooFewInWords,
  type ClosedLots,
} from '@core/tender';
import { Bids, type BidRecord } from '@server/bid';
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
import { Consortia, Parties } from '@server/sign-up';
import {
  BasePrices,
  FactsOfNotice,
  Lots,
  noticeTitle,
  openingOf,
  TENDER_DEADLINE,
  Tenders,
  toTender,
  type LotRecord,
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
    private readonly lots: Lots,
    private readonly basePrices: BasePrices,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
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
    private readonly facts: FactsOfNotice,
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
      const isBidding = takesSealedBids(row.method);
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
    const closed = closedList(submitted.map(toSubmitted));
    const own = new Map(submitted.map((bid) => [bid.id, bid]));
    const closedBids = closed.flatMap(({ bid }) => own.get(bid) ?? []);
    const set = this.ruleSets.of(row);
    const lots = await this.lots.ofTender(row.id);
    const numbers = lots.map(({ number }) => number);
    const ended = orRefuse(closeLots(toTender(row), numbers, closedBids, now, set));
    const { to, minimum } = ended;
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
      windowEndsAt: now + openingOf(row, lots).bidderWindowSec * SECOND,
      closedAt: to === 'failed' ? now : null,
    };
    await this.openings.add(opening);
    const bids = await this.hallBids(row.id, closedBids, lots.length > 1);
    const basePrices = await this.basePrices.ofTender(row.id);
    const attends = attendanceRule(set, row.regime, legalDate(now));
    const event = {
      kind: 'bids_closed' as const,
      bids,
      minimum,
      failed: to === 'failed',
      ...(lots.length > 1 ? { lots: hallLots(lots, ended) } : {}),
      ...(basePrices.length > 0
        ? { basePrices: basePrices.map(({ lot, commit }) => ({ lot, commit })) }
        : {}),
      ...drawnOf(row.plan),
      ...(attends ? { attendance: lawOf(attends) } : {}),
    };
    await this.log.write(PLATFORM_ACTOR, opening, EMPTY_HALL, event, now);
    await this.tenders.change(row, { state: to });
    await this.failLots(row, lots, ended, now);
    if (to === 'failed') await this.fail(row, closed.length, minimum, now);
    else await this.deadlines.set(RELEASE, opening.id, now);
    await this.outbox.add('opening.opened', { tenderId: row.id, openingId: opening.id, to });
  }

  /** The bids in the order in which they are read: by lot, then by id. Consortia name all their members. */
  private async hallBids(
    tenderId: string,
    bids: readonly BidRecord[],
    isDivided: boolean,
  ): Promise<ClosedHallBid[]> {
    const firms = await this.enterprises.byIds([...new Set(bids.map((one) => one.enterpriseId))]);
    const closed: ClosedHallBid[] = [];
    for (const { id: bidId, lot, enterpriseId: bidderId } of bids) {
      const party = await this.parties.find({ tenderId, lot, enterpriseId: bidderId });
      const members = party?.consortiumId ? await this.consortia.members(party.consortiumId) : [];
      closed.push({
        bidId,
        bidderId,
        bidderName: firms.get(bidderId)?.name ?? '',
        ...(isDivided ? { lot } : {}),
        ...(members.length > 0 ? { members: members.map(({ name }) => name) } : {}),
      });
    }
    return closed.sort((one, other) => (one.lot ?? 1) - (other.lot ?? 1));
  }

  /** Lots with too few bids fail, each with its own record and, where others go on, its own notice. */
  private async failLots(
    row: TenderRow,
    lots: readonly LotRecord[],
    { to, minimum, lots: ended }: ClosedLots,
    now: number,
  ): Promise<void> {
    for (const { lot, bids, failed } of ended) {
      if (!failed) continue;
      await this.lots.change(row.id, lot, { state: 'failed' });
      if (lots.length < 2) continue;
      await this.ledger.append({
        type: 'lot.failed',
        scope: row.id,
        by: PLATFORM_ACTOR,
        body: { tender: row.id, lot, bids, minimum },
      });
      if (to === 'failed') continue;
      const title = lots.find(({ number }) => number === lot)?.title ?? '';
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: row.id,
        kind: 'lot_failed_notice',
        title: noticeTitle(`${row.title}${title}`, 'lot_failed_notice'),
        text: filledNotice(
          'lot_failed_notice',
          this.facts.of(row),
          `标段 ${lot} ${title}\n${tooFewInWords({ bids, minimum }, this.citation(row, now))}`,
        ),
        facts: { lot, bids, minimum },
        fileId: null,
        publishedAt: now,
      });
    }
  }

  private citation(row: TenderRow, at: Instant): string | null {
    return fewestBids(row, this.ruleSets.under(row, at))?.citation ?? null;
  }

  private async fail(row: TenderRow, bids: number, minimum: number, now: number): Promise<void> {
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: row.id,
      kind: 'failed_notice',
      title: noticeTitle(row.title, 'failed_notice'),
      text: filledNotice(
        'failed_notice',
        this.facts.of(row),
        tooFewInWords({ bids, minimum }, this.citation(row, now)),
      ),
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

function toSubmitted(bid: BidRecord): SubmittedBid {
  return {
    bid: bid.id,
    bidHash: bid.bidHash ?? '',
    bidder: bid.enterpriseId,
    lot: bid.lot,
    seq: bid.seq,
    withdrawn: bid.state === 'withdrawn',
  };
}

function hallLots(lots: readonly LotRecord[], { lots: ended }: ClosedLots): readonly HallLot[] {
  const failed = new Set(ended.filter((one) => one.failed).map(({ lot }) => lot));
  return lots.map(({ number, title }) => ({ number, title, failed: failed.has(number) }));
}

/** What the hall draws for a plan, as its first event says it. */
function drawnOf(
  plan: EvaluationPlan | null,
): Pick<Extract<HallEvent, { kind: 'bids_closed' }>, 'coefficients' | 'bidOrders'> {
  if (plan === null || !drawsInHall(plan)) return {};
  const bidOrders = bidOrdersOf(plan);
  return { coefficients: plan.draw, ...(bidOrders.length > 0 ? { bidOrders } : {}) };
}
