import { Injectable } from '@nestjs/common';
import { isApart } from '@core/evaluation';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { fenToYuan, protocolTime, type Instant } from '@core/kernel';
import type { RuleSet } from '@core/rules';
import {
  admitListed,
  awardTender,
  filledNotice,
  isTendererOf,
  publishCandidates,
  runsTender,
  type Tender,
} from '@core/tender';
import { Evaluations, MakeReport } from '@server/evaluation';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import { Openings } from '@server/opening';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import {
  FactsOfNotice,
  lotAsTender,
  Lots,
  noticeTitle,
  Tenders,
  toTender,
  type LotRecord,
  type TenderRow,
} from '@server/tender';
import { Awards, type Award, type Candidate, type RankedBidder } from './awards.store';
import { CandidatesText } from './candidates-text';
import { MakeAward } from './make-award';

/** Who has a lot now: its winner, or each of the suppliers a framework takes. */
export type Awarded = Pick<Award, 'lot' | 'enterpriseId' | 'name' | 'price' | 'awardedAt'>;

/** Throws while an award of this lot must wait. Runs under the tender's lock. */
export type HoldBack = (tender: Tender, set: RuleSet, lot: number) => Promise<void>;

/** What becomes of the suppliers a framework takes for one package, best first. Runs under the tender's lock. */
export type Admission = (
  tender: TenderRow,
  lot: LotRecord,
  suppliers: readonly Candidate[],
  at: Instant,
) => Promise<void>;

/** Publication of candidates, award, and the letters that go out with it. */
@Injectable()
export class AwardTender {
  private readonly holds: HoldBack[] = [];
  private readonly admissions: Admission[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly reports: MakeReport,
    private readonly openings: Openings,
    private readonly evaluations: Evaluations,
    private readonly awards: Awards,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
    private readonly words: CandidatesText,
    private readonly making: MakeAward,
  ) {}

  /** Adds what follows when a package of a framework takes its suppliers; in the same unit. */
  onAdmission(admit: Admission): void {
    this.admissions.push(admit);
  }

  /** Adds what may hold an award back: it throws while it does (an unanswered objection). */
  holdBack(check: HoldBack): void {
    this.holds.push(check);
  }

  /** Throws while something holds the award of a lot back. */
  async requireFree(row: TenderRow, lot: number): Promise<void> {
    for (const check of this.holds) await check(toTender(row), this.ruleSets.of(row), lot);
  }

  /** Whether something holds the award of a lot back now that its tenderer has first to deal with (an objection). */
  async isHeld(row: TenderRow): Promise<boolean> {
    const open = (await this.lots.ofTender(row.id)).filter(({ state }) => state === 'open');
    for (const { number } of open) {
      try {
        await this.requireFree(row, number);
      } catch (error) {
        if (error instanceof DomainError) return true;
        throw error;
      }
    }
    return false;
  }

  /**
   * Publishes the ranked candidates of the signed report, of all lots at once; at most three for each, for at least
   * three days. A lot for which nobody is left comes to nothing.
   */
  async publish(actor: Actor, tenderId: string): Promise<readonly Candidate[]> {
    return this.unit.run(async () => {
      const row = await this.own(actor, tenderId, runsTender);
      const evaluation = await this.evaluations.find(tenderId);
      if (evaluation?.signedAt == null) {
        throw this.ruleSets.refusal('award.report_not_signed', row, this.arrival.at());
      }
      const ranked: (RankedBidder & { readonly bidId: string })[] = [];
      const assessments = evaluation.assessments ?? [];
      for (const { lot, candidates } of await this.reports.recommended(tenderId, assessments)) {
        for (const { bidId, rank } of candidates) {
          const bid = await this.openings.openedBid(bidId);
          if (!bid) throw new DomainError('opening.unknown_bid');
          const { enterpriseId, bidderName: name, price } = bid;
          ranked.push({ lot, rank, price, enterpriseId, name, bidId });
        }
      }
      const listed = isApart(row.plan) ? unranked(ranked) : ranked;
      const candidates = await this.publishRanked(actor, row, listed);
      await this.withoutResult(row, new Set(ranked.map(({ lot }) => lot)));
      return candidates;
    });
  }

  /** The same for another way of ranking (a lottery). The tender's row is locked already. */
  async publishRanked(
    actor: Actor,
    row: TenderRow,
    ranked: readonly RankedBidder[],
  ): Promise<readonly Candidate[]> {
    const now = this.arrival.at();
    // Only an upheld objection leads from an award back to the publication: ChangeResult.
    if (row.state === 'awarded') throw new DomainError('tender.wrong_state', { state: row.state });
    const set = this.ruleSets.of(row);
    const { until, days } = orRefuse(
      publishCandidates(toTender(row), now, set, await this.calendars.current()),
    );
    const candidates = ranked.map(({ lot, rank, enterpriseId, name, price }) => ({
      id: this.ids.next(),
      tenderId: row.id,
      publishedAt: now,
      passedOverAt: null,
      passedOverGround: null,
      ...{ lot, rank, enterpriseId, name, price },
    }));
    for (const candidate of candidates) await this.awards.addCandidate(candidate);
    await this.tenders.change(row, { state: 'publicity', publicityUntil: until });
    for (const lot of new Set(ranked.map((one) => one.lot))) {
      await this.lots.change(row.id, lot, { publicityUntil: until });
    }
    const isDivided = (await this.lots.ofTender(row.id)).length > 1;
    const published = candidates.map(({ lot, rank, name, price }) => ({
      ...(isDivided ? { lot } : {}),
      ...(isApart(row.plan) ? { number: rank } : { rank }),
      name,
      price: price === null ? null : fenToYuan(price),
    }));
    const { text, findings } = await this.words.of(row, ranked, { now, until });
    const kind = row.method === 'framework_agreement' ? 'admission_notice' : 'candidates_notice';
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: row.id,
      kind,
      title: noticeTitle(row.title, kind),
      text,
      facts: { candidates: published, days, until, findings },
      fileId: null,
      publishedAt: now,
    });
    await this.ledger.append({
      type: 'candidates.published',
      scope: row.id,
      by: actor,
      body: { tender: row.id, candidates: published, until: protocolTime(until) },
    });
    await this.outbox.add('candidates.published', { tenderId: row.id });
    return candidates;
  }

  /**
   * Awards to the first candidate of a lot that was not left out, or of every lot whose publication is over; the
   * letters go out at the same moment. The tender is awarded when no lot waits any more.
   */
  async award(
    actor: Actor,
    tenderId: string,
    lot: number | null = null,
  ): Promise<readonly Awarded[]> {
    return this.unit.run(async () => {
      const row = await this.own(actor, tenderId, isTendererOf);
      const now = this.arrival.at();
      const lots = await this.lots.ofTender(tenderId);
      const waiting = lots.filter(({ state }) => state === 'open');
      const due = dueForAward(waiting, lot, now);
      if (isApart(row.plan)) throw new DomainError('award.decision_missing');
      if (due.length === 0) throw new DomainError('tender.wrong_state', { state: row.state });
      const awards: Awarded[] = [];
      for (const one of due) {
        if (row.method === 'framework_agreement') {
          awards.push(...(await this.admitLot(actor, row, one, now)));
        } else awards.push(await this.awardLot(actor, row, one, now));
      }
      if (due.length === waiting.length) await this.tenders.change(row, { state: 'awarded' });
      await this.outbox.add('award.made', { tenderId, lots: due.map(({ number }) => number) });
      return awards;
    });
  }

  /** Everybody on the published list of a package is taken: a framework has no single winner. */
  private async admitLot(
    actor: Actor,
    row: TenderRow,
    record: LotRecord,
    now: Instant,
  ): Promise<readonly Awarded[]> {
    const { number: lot } = record;
    const set = this.ruleSets.of(row);
    const listed = (await this.awards.candidates(row.id)).filter(
      (one) => one.lot === lot && one.passedOverAt === null,
    );
    const [first] = listed;
    if (!first) throw new DomainError('tender.wrong_state', { state: row.state });
    orRefuse(admitListed(lotAsTender(row, record), now, set));
    await this.requireFree(row, lot);
    await this.lots.change(row.id, lot, { state: 'awarded' });
    await this.making.write(row, lot, new Set(listed.map((one) => one.enterpriseId)));
    await this.ledger.append({
      type: 'framework.admitted',
      scope: row.id,
      by: actor,
      body: {
        tender: row.id,
        lot,
        suppliers: listed.map(({ rank, name, price }) => ({
          rank,
          name,
          price: price === null ? null : fenToYuan(price),
        })),
      },
    });
    for (const admit of this.admissions) await admit(row, record, listed, now);
    return listed.map(({ enterpriseId, name, price }) => ({
      lot,
      enterpriseId,
      name,
      price,
      awardedAt: now,
    }));
  }

  private async awardLot(
    actor: Actor,
    row: TenderRow,
    record: LotRecord,
    now: Instant,
  ): Promise<Award> {
    const { number: lot } = record;
    const set = this.ruleSets.of(row);
    const all = (await this.awards.candidates(row.id)).filter((one) => one.lot === lot);
    const [first] = all.filter((one) => one.passedOverAt === null);
    const passedOver = all.filter((one) => one.passedOverAt !== null).map(({ rank }) => rank);
    if (!first) throw new DomainError('tender.wrong_state', { state: row.state });
    orRefuse(awardTender(lotAsTender(row, record), first.rank, now, set, passedOver));
    await this.requireFree(row, lot);
    return this.making.award(actor, row, record, first);
  }

  /** Lots that were judged and for which nobody is left: rejected, or passed over. They may be called again. */
  private async withoutResult(row: TenderRow, lots: ReadonlySet<number>): Promise<void> {
    const open = (await this.lots.ofTender(row.id)).filter(({ state }) => state === 'open');
    for (const { number: lot, title } of open) {
      if (lots.has(lot)) continue;
      await this.lots.change(row.id, lot, { state: 'failed' });
      await this.ledger.append({
        type: 'lot.without_result',
        scope: row.id,
        by: PLATFORM_ACTOR,
        body: { tender: row.id, lot },
      });
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: row.id,
        kind: 'lot_failed_notice',
        title: noticeTitle(`${row.title}${title}`, 'lot_failed_notice'),
        text: filledNotice(
          'lot_failed_notice',
          this.facts.of(row),
          `标段 ${lot} ${title}\n评审后没有可以推荐的中标候选人。`,
        ),
        facts: { lot, withoutCandidate: true },
        fileId: null,
        publishedAt: this.arrival.at(),
      });
    }
  }

  /** The locked tender, if the actor may: an agency runs it, its tenderer alone awards it. */
  private async own(actor: Actor, tenderId: string, may: typeof runsTender): Promise<TenderRow> {
    const row = await this.tenders.lock(tenderId);
    if (!may(actor, row)) throw new DomainError('tender.not_found');
    return row;
  }
}

/** Candidates of a panel that does not rank: in the order of their bids' ids, which no judgement chose, numbered in each lot. */
function unranked(
  candidates: readonly (RankedBidder & { readonly bidId: string })[],
): readonly RankedBidder[] {
  const numbers = new Map<number, number>();
  return [...candidates]
    .sort((one, other) => one.lot - other.lot || (one.bidId < other.bidId ? -1 : 1))
    .map((one) => {
      const rank = (numbers.get(one.lot) ?? 0) + 1;
      numbers.set(one.lot, rank);
      return { ...one, rank };
    });
}

/** The lot that was named, or every one that waits and whose publication is over; all that wait where none is. */
function dueForAward(
  waiting: readonly LotRecord[],
  lot: number | null,
  now: Instant,
): readonly LotRecord[] {
  if (lot !== null) return waiting.filter(({ number }) => number === lot);
  const over = waiting.filter((one) => one.publicityUntil !== null && one.publicityUntil <= now);
  return over.length === 0 ? waiting : over;
}
