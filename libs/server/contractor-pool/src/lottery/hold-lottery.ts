import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DrawFirm, DrawPhase } from '@core/draw';
import { mostCandidates } from '@core/evaluation';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { MINUTE, SECOND, type Instant } from '@core/kernel';
import {
  lotteryOrder,
  lotteryRules,
  numberFirms,
  type LotteryEvent,
  type LotteryPlace,
} from '@core/lottery';
import { closeBidding, filledNotice, isPastDeadline, runsTender } from '@core/tender';
import { AwardTender, MakeAward, type Candidate } from '@server/award';
import { Bids } from '@server/bid';
import { ConductDraw, DRAW_DRAWN, DRAW_MOVED, DRAW_VOIDED, Draws } from '@server/draw';
import { TENDER_CLARIFIED } from '@server/clarification';
import { Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Deadlines,
  DomainError,
  Ids,
  LegalClock,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { FactsOfNotice, noticeTitle, Tenders, toTender, type TenderRow } from '@server/tender';
import { ContractorPools } from '../pool/contractor-pools.store';
import { Lotteries, type Lottery } from './lotteries.store';
import { TakePart } from './take-part';

const LOTTERY_DEADLINE = 'lottery.deadline';
/** How long the freezing waits for confirmations that arrived in time and are still under way. */
const DRAIN = 2 * MINUTE;

/** Said when a lottery failed with too few firms: `{tenderId}`. */
export const LOTTERY_FAILED = 'lottery.failed';

/**
 * Holds the lottery of a tender: freezes who takes part at the deadline, numbers them, has them drawn, tells every
 * step as a numbered event, and hands the drawn order to the award.
 */
@Injectable()
export class HoldLottery implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly pools: ContractorPools,
    private readonly lotteries: Lotteries,
    private readonly takePart: TakePart,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly draws: Draws,
    private readonly conduct: ConductDraw,
    private readonly awards: AwardTender,
    private readonly making: MakeAward,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
    private readonly deadlines: Deadlines,
    private readonly ruleSets: RuleSets,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    const consume = (topic: string, work: (tenderId: string, payload: Moved) => Promise<void>) => {
      this.outbox.consume(`lottery-${topic}`, topic, async ({ payload }) => {
        if (payload.purpose === 'lottery') await work(String(payload.tenderId), payload as Moved);
      });
    };
    this.outbox.consume('lottery', 'tender.published', ({ payload }) =>
      this.gather(String(payload.tenderId)),
    );
    this.outbox.consume('lottery-deadline', TENDER_CLARIFIED, ({ payload }) =>
      this.follow(String(payload.tenderId)),
    );
    consume(DRAW_MOVED, (tenderId, { phase, record, by }) =>
      this.tell(tenderId, { kind: 'draw_moved', phase, record, by }),
    );
    consume(DRAW_VOIDED, (tenderId) => this.voided(tenderId));
    consume(DRAW_DRAWN, (tenderId) => this.drawn(tenderId));
    this.making.alsoTell(async (tenderId) =>
      (await this.lotteries.participations(tenderId)).map(({ enterpriseId }) => enterpriseId),
    );
    this.deadlines.on(LOTTERY_DEADLINE, (tenderId) => this.freeze(tenderId));
  }

  /** The tenderer publishes the drawn order: the winner and those who stand by, as many as the rule set lets, for the lawful time. */
  async publish(actor: Actor, tenderId: string): Promise<readonly Candidate[]> {
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
      const lottery = await this.lotteries.lockOfTender(tenderId);
      const draw = await this.draws.latest(tenderId, 'lottery');
      if (lottery.state !== 'drawn' || !draw?.result) throw new DomainError('lottery.not_drawn');
      const most = mostCandidates(this.ruleSets.under(tender, this.clock.now()));
      const order = lotteryOrder(draw.result, lottery.firms ?? []).slice(0, most);
      const ranked = await this.ranked(tender, order, lottery.firms ?? []);
      const candidates = await this.awards.publishRanked(actor, tender, ranked);
      await this.write(lottery, { kind: 'published', candidates: order });
      await this.lotteries.change(lottery.id, { state: 'published' });
      return candidates;
    });
  }

  /** Makes the lottery of a tender that has just been published. */
  private async gather(tenderId: string): Promise<void> {
    const tender = await this.tenders.get(tenderId);
    if (tender.method !== 'lottery' || tender.deadline === null) return;
    await this.lotteries.add({
      id: this.ids.next(),
      tenderId,
      poolId: (await this.pools.ofTrade(tender.category))?.id ?? null,
      state: 'gathering',
      seq: 0,
      firms: null,
      frozenAt: null,
      createdAt: this.clock.now(),
    });
    await this.deadlines.set(LOTTERY_DEADLINE, tenderId, tender.deadline);
  }

  /** A clarification may have moved the deadline. */
  private async follow(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const { method, state, deadline } = await this.tenders.lock(tenderId);
      if (method !== 'lottery' || state !== 'published' || deadline === null) return;
      await this.deadlines.set(LOTTERY_DEADLINE, tenderId, deadline);
    });
  }

  /** The deadline: who takes part is fixed. Does nothing when it is not time, or done already. */
  private async freeze(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const now = this.clock.now();
      const deadline = tender.deadline ?? now;
      // A deadline that moved, or a tender that stands still, wakes this again with its clarification.
      if (tender.state !== 'published' || !isPastDeadline(toTender(tender), now)) return;
      const waiting = await this.bids.inFlight(tenderId, deadline);
      if (waiting > 0 && now < deadline + DRAIN) {
        await this.deadlines.set(LOTTERY_DEADLINE, tenderId, now + SECOND / 4);
        return;
      }
      await this.bids.clearInFlight(tenderId);
      const lottery = await this.lotteries.lockOfTender(tenderId);
      const firms = numberFirms(await this.eligibleFirms(tender, deadline));
      const set = this.ruleSets.of(tender);
      const { to, minimum } = orRefuse(closeBidding(toTender(tender), firms.length, now, set));
      await this.tenders.change(tender, { state: to });
      await this.lotteries.change(lottery.id, { firms, frozenAt: now });
      if (to === 'failed') await this.fail(tender, lottery, firms.length, minimum);
      else await this.begin(tender, lottery, firms, minimum);
    });
  }

  private async begin(
    tender: TenderRow,
    lottery: Lottery,
    firms: readonly DrawFirm[],
    minimum: number,
  ): Promise<void> {
    await this.ledger.append({
      type: 'lottery.frozen',
      scope: tender.id,
      by: PLATFORM_ACTOR,
      body: { tender: tender.id, firms: firms.map((firm) => ({ ...firm })) },
    });
    const draw = await this.conduct.begin({
      tenderId: tender.id,
      purpose: 'lottery',
      pool: { kind: 'values', values: firms.map(({ number }) => number) },
      rows: [],
      rules: lotteryRules(firms.length),
      firms,
      disclose: 'at-once',
    });
    const frozen = await this.write(lottery, { kind: 'frozen', firms, minimum });
    await this.write(frozen, { kind: 'draw_begun', drawId: draw.id, attempt: draw.attempt });
    await this.lotteries.change(lottery.id, { state: 'drawing' });
  }

  private async fail(
    tender: TenderRow,
    lottery: Lottery,
    firms: number,
    minimum: number,
  ): Promise<void> {
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: tender.id,
      kind: 'failed_notice',
      title: noticeTitle(tender.title, 'failed_notice'),
      text: filledNotice(
        'failed_notice',
        this.facts.of(tender),
        `确认参加的企业 ${firms} 家，少于 ${minimum} 家，不抽取。`,
      ),
      facts: { bids: firms, minimum },
      fileId: null,
      publishedAt: this.clock.now(),
    });
    await this.ledger.append({
      type: 'tender.failed',
      scope: tender.id,
      by: PLATFORM_ACTOR,
      body: { tender: tender.id, bids: firms, minimum },
    });
    await this.write(lottery, { kind: 'failed', firms, minimum });
    await this.lotteries.change(lottery.id, { state: 'failed' });
    await this.outbox.add(LOTTERY_FAILED, { tenderId: tender.id });
  }

  /** Firms that confirmed and are still eligible; one suspended in between is left out. */
  private async eligibleFirms(
    tender: TenderRow,
    deadline: Instant,
  ): Promise<{ creditCode: string; name: string }[]> {
    const entered = await this.lotteries.participations(tender.id);
    const firms: { creditCode: string; name: string }[] = [];
    for (const { enterpriseId } of entered) {
      const firm = await this.enterprises.get(enterpriseId);
      try {
        await this.takePart.requireEligible(tender, firm, deadline);
      } catch (error) {
        if (error instanceof DomainError) continue;
        throw error;
      }
      firms.push({ creditCode: firm.creditCode, name: firm.name });
    }
    return firms;
  }

  /** The price is the ceiling, or the estimate where there is none: nobody offers one in a lottery. */
  private async ranked(
    tender: TenderRow,
    order: readonly LotteryPlace[],
    firms: readonly DrawFirm[],
  ): Promise<Parameters<AwardTender['publishRanked']>[2]> {
    const price = tender.ceiling ?? tender.estimate;
    const ranked: Parameters<AwardTender['publishRanked']>[2][number][] = [];
    for (const { rank, number, name } of order) {
      const creditCode = firms.find((firm) => firm.number === number)?.creditCode ?? '';
      const firm = await this.enterprises.byCreditCode(creditCode);
      if (!firm) throw new DomainError('enterprise.not_found');
      ranked.push({ lot: 1, rank, name, enterpriseId: firm.id, price });
    }
    return ranked;
  }

  private async drawn(tenderId: string): Promise<void> {
    const lottery = await this.lotteries.lockOfTender(tenderId);
    const draw = await this.draws.latest(tenderId, 'lottery');
    if (!draw?.result || lottery.state !== 'drawing') return;
    const order = lotteryOrder(draw.result, lottery.firms ?? []);
    await this.write(lottery, { kind: 'drawn', seed: draw.result.seed, order });
    await this.lotteries.change(lottery.id, { state: 'drawn' });
  }

  private async voided(tenderId: string): Promise<void> {
    const lottery = await this.lotteries.lockOfTender(tenderId);
    const all = (await this.draws.ofTender(tenderId)).filter(
      ({ purpose }) => purpose === 'lottery',
    );
    const [before, next] = all.slice(-2);
    if (!before || !next) return;
    const reason = before.voided?.reason ?? '';
    const told = await this.write(lottery, { kind: 'draw_voided', reason });
    await this.write(told, { kind: 'draw_begun', drawId: next.id, attempt: next.attempt });
  }

  private async tell(tenderId: string, event: LotteryEvent): Promise<void> {
    await this.write(await this.lotteries.lockOfTender(tenderId), event);
  }

  private write(lottery: Lottery, event: LotteryEvent): Promise<Lottery> {
    return this.lotteries.append(lottery, event, this.clock.now());
  }
}

/** What is told of a draw's steps. */
interface Moved extends Record<string, unknown> {
  readonly phase: DrawPhase;
  readonly record: string | null;
  readonly by: string | null;
}
