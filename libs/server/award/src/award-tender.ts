import { Injectable } from '@nestjs/common';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { fenToYuan, protocolTime, type Encodable, type Instant } from '@core/kernel';
import { legalDate, type RuleSet } from '@core/rules';
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
  Counters,
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

/** Who has a lot now: its winner, or each of the suppliers a framework takes. */
export type Awarded = Pick<Award, 'lot' | 'enterpriseId' | 'name' | 'price' | 'awardedAt'>;

/** Throws while an award of this lot must wait. Runs under the tender's lock. */
export type HoldBack = (tender: Tender, set: RuleSet, lot: number) => Promise<void>;

/** Says who else took part in a tender that had no hall. */
export type FindParticipants = (tenderId: string) => Promise<readonly string[]>;

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
  private readonly others: FindParticipants[] = [];
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
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
    private readonly words: CandidatesText,
  ) {}

  /** Adds a way of finding who must be told of an award: everybody who took part gets a letter. */
  alsoTell(find: FindParticipants): void {
    this.others.push(find);
  }

  /** Adds what follows when a package of a framework takes its suppliers; in the same unit. */
  onAdmission(admit: Admission): void {
    this.admissions.push(admit);
  }

  /** Adds what may hold an award back: it throws while it does (an unanswered objection). */
  holdBack(check: HoldBack): void {
    this.holds.push(check);
  }

  /** Whether something holds the award of a lot back now that its tenderer has first to deal with (an objection). */
  async isHeld(row: TenderRow): Promise<boolean> {
    const set = this.ruleSets.of(row);
    const open = (await this.lots.ofTender(row.id)).filter(({ state }) => state === 'open');
    for (const { number } of open) {
      for (const check of this.holds) {
        try {
          await check(toTender(row), set, number);
        } catch (error) {
          if (error instanceof DomainError) return true;
          throw error;
        }
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
      const ranked: RankedBidder[] = [];
      const assessments = evaluation.assessments ?? [];
      for (const { lot, candidates } of await this.reports.recommended(tenderId, assessments)) {
        for (const { bidId, rank } of candidates) {
          const bid = await this.openings.openedBid(bidId);
          if (!bid) throw new DomainError('opening.unknown_bid');
          const { enterpriseId, bidderName: name, price } = bid;
          ranked.push({ lot, rank, price, enterpriseId, name });
        }
      }
      const candidates = await this.publishRanked(actor, row, ranked);
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
    const candidates = ranked.map((one) => ({
      id: this.ids.next(),
      tenderId: row.id,
      publishedAt: now,
      passedOverAt: null,
      passedOverGround: null,
      ...one,
    }));
    for (const candidate of candidates) await this.awards.addCandidate(candidate);
    await this.tenders.change(row, { state: 'publicity', publicityUntil: until });
    for (const lot of new Set(ranked.map((one) => one.lot))) {
      await this.lots.change(row.id, lot, { publicityUntil: until });
    }
    const isDivided = (await this.lots.ofTender(row.id)).length > 1;
    const published = candidates.map(({ lot, rank, name, price }) => ({
      ...(isDivided ? { lot } : {}),
      rank,
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
      if (due.length === 0) throw new DomainError('tender.wrong_state', { state: row.state });
      const awards: Awarded[] = [];
      for (const one of due) {
        if (row.method === 'framework_agreement') {
          awards.push(...(await this.admitLot(actor, row, one, now)));
        } else awards.push(await this.awardLot(actor, row, one, lots.length, now));
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
    for (const check of this.holds) await check(toTender(row), set, lot);
    await this.lots.change(row.id, lot, { state: 'awarded' });
    await this.write(row, lot, new Set(listed.map((one) => one.enterpriseId)), now);
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
    lots: number,
    now: Instant,
  ): Promise<Award> {
    const { id: tenderId } = row;
    const { number: lot, title } = record;
    const set = this.ruleSets.of(row);
    const all = (await this.awards.candidates(tenderId)).filter((one) => one.lot === lot);
    const [first] = all.filter((one) => one.passedOverAt === null);
    const passedOver = all.filter((one) => one.passedOverAt !== null).map(({ rank }) => rank);
    if (!first) throw new DomainError('tender.wrong_state', { state: row.state });
    orRefuse(awardTender(lotAsTender(row, record), first.rank, now, set, passedOver));
    for (const check of this.holds) await check(toTender(row), set, lot);
    const { enterpriseId, name, price } = first;
    const award = { id: this.ids.next(), tenderId, lot, enterpriseId, name, price, awardedAt: now };
    await this.awards.add(award);
    await this.lots.change(tenderId, lot, { state: 'awarded' });
    await this.write(row, lot, new Set([enterpriseId]), now);
    const named: Readonly<Record<string, Encodable>> = lots > 1 ? { lot } : {};
    const said = { name, price: price === null ? null : fenToYuan(price) };
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId,
      kind: 'award_notice',
      title: noticeTitle(lots > 1 ? `${row.title}${title}` : row.title, 'award_notice'),
      text: '',
      facts: { ...named, ...said },
      fileId: null,
      publishedAt: now,
    });
    await this.ledger.append({
      type: 'award.made',
      scope: tenderId,
      by: actor,
      body: { tender: tenderId, ...named, ...said },
    });
    return award;
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

  /** One letter per bidder of the lot, all at the same instant (Tendering Law art. 45). */
  private async write(
    row: TenderRow,
    lot: number,
    winners: ReadonlySet<string>,
    now: Instant,
  ): Promise<void> {
    const opening = await this.openings.ofTender(row.id);
    const bidders = opening
      ? (await this.openings.hall(opening.id)).bids
          .filter((bid) => bid.lot === lot)
          .map((bid) => bid.bidderId)
      : (await this.awards.candidates(row.id)).map((one) => one.enterpriseId);
    const told = new Set(bidders);
    for (const find of this.others) for (const id of await find(row.id)) told.add(id);
    for (const enterpriseId of told) {
      await this.awards.addLetter({
        id: this.ids.next(),
        tenderId: row.id,
        lot,
        enterpriseId,
        kind: winners.has(enterpriseId) ? 'award' : 'result',
        number: await this.counters.code('L', legalDate(now).slice(0, 4)),
        fileId: null,
        fingerprint: null,
        sentAt: now,
        voidedAt: null,
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
