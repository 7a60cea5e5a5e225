import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  isFullySigned,
  rankByLowestPrice,
  rankLots,
  recommendLots,
  type LotAssessment,
  type LotRecommendation,
  type RankedInLot,
} from '@core/evaluation';
import type { Actor } from '@core/identity';
import { fenToYuan, taggedHashHex, type CanonicalValue, type Encodable } from '@core/kernel';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Openings, type OpenedBid } from '@server/opening';
import { Arrival, DomainError, Ids, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { Consortia, FindRelations, Parties, type RelationLead } from '@server/sign-up';
import { Lots, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import { Evaluations, type Evaluation, type Judge } from './evaluations.store';

/** Said when a drawn expert stands in the evaluation room; not before: names are sealed until then. */
export const PANEL_CHECKED_IN = 'panel.checked_in';

/** One member's review of one bid. */
export interface ReviewCommand {
  readonly bidId: string;
  readonly responsive: boolean;
  readonly ground: string;
}

/** What a member sees. */
export interface EvaluationRoom {
  readonly tender: TenderRow;
  readonly evaluation: Evaluation;
  readonly judges: readonly Judge[];
  /** Names of the members by their person: colleagues know one another from check-in on. */
  readonly names: ReadonlyMap<string, string>;
  readonly lots: readonly LotRecord[];
  readonly bids: readonly OpenedBid[];
  /** Relations between bidders, for the members to look into; empty before the declaration. */
  readonly leads: readonly RelationLead[];
  readonly mine: readonly ReviewCommand[];
}

/** The panel's work: declaration, reviews, ranking, report, signatures. */
@Injectable()
export class JudgeBids implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly evaluations: Evaluations,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
    private readonly relations: FindRelations,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('evaluation', PANEL_CHECKED_IN, async ({ payload }) => {
      const { tenderId, personId, seat, seats } = payload as {
        tenderId: string;
        personId: string;
        seat: number;
        seats: number;
      };
      await this.seat(tenderId, personId, seat, seats);
    });
  }

  /** The evaluation room of a tender, for its members. */
  async room(actor: Actor, tenderId: string): Promise<EvaluationRoom> {
    const judges = await this.evaluations.judges(tenderId);
    const me = judges.find((one) => one.personId === actor.personId);
    const evaluation = await this.evaluations.find(tenderId);
    if (!me || !evaluation) throw new DomainError('evaluation.not_found');
    const tender = await this.tenders.get(tenderId);
    // Nothing of a bid is shown before the member has declared that no interest stands in the way.
    const bids = me.declaredAt === null ? [] : await this.opened(tender);
    const leads = me.declaredAt === null ? [] : await this.relations.ofTender(tenderId);
    const lots = await this.lots.ofTender(tenderId);
    const mine = (await this.evaluations.reviews(tenderId))
      .filter((one) => one.expertId === actor.personId)
      .map(({ bidId, responsive, ground }) => ({ bidId, responsive, ground }));
    const names = new Map<string, string>();
    for (const { personId } of judges) {
      names.set(personId, (await this.people.find(personId))?.name ?? '');
    }
    return { tender, evaluation, judges, names, lots, bids, leads, mine };
  }

  /** The recusal declaration. */
  async declare(actor: Actor, tenderId: string): Promise<void> {
    await this.asMember(actor, tenderId, async (_evaluation, me) => {
      if (me.declaredAt !== null) return;
      await this.evaluations.changeJudge(me.id, { declaredAt: this.arrival.at() });
      await this.ledger.append({
        type: 'evaluation.declared',
        scope: tenderId,
        by: actor,
        body: { tender: tenderId, seat: me.seat },
      });
    });
  }

  /** Reviews a bid; may be changed until the report stands. */
  async review(actor: Actor, tenderId: string, command: ReviewCommand): Promise<void> {
    await this.asMember(actor, tenderId, async (evaluation, me) => {
      this.stillOpen(evaluation);
      const tender = await this.tenders.get(tenderId);
      const at = this.arrival.at();
      if (me.declaredAt === null) {
        throw this.ruleSets.refusal('evaluation.not_declared', tender, at);
      }
      if (!command.responsive && command.ground.trim() === '') {
        throw this.ruleSets.refusal('evaluation.ground_missing', tender, at);
      }
      const bids = await this.opened(tender);
      if (!bids.some((bid) => bid.id === command.bidId)) {
        throw new DomainError('opening.unknown_bid');
      }
      await this.evaluations.putReview({
        tenderId,
        personId: actor.personId,
        bidId: command.bidId,
        responsive: command.responsive ? 1 : 0,
        ground: command.ground,
        at: this.arrival.at(),
      });
    });
  }

  /** Ranks the bids, lot by lot, and fixes the report, once every member has reviewed every bid. */
  async report(actor: Actor, tenderId: string): Promise<readonly LotAssessment[]> {
    return this.asMember(actor, tenderId, async (evaluation) => {
      this.stillOpen(evaluation);
      const tender = await this.tenders.get(tenderId);
      if (tender.state !== 'evaluation') {
        throw new DomainError('tender.wrong_state', { state: tender.state });
      }
      const judges = await this.evaluations.judges(tenderId);
      if (judges.length < evaluation.seats) {
        throw this.ruleSets.refusal('evaluation.panel_incomplete', tender, this.arrival.at(), {
          present: judges.length,
          seats: evaluation.seats,
        });
      }
      const bids = await this.opened(tender);
      const experts = judges.map((one) => one.personId);
      const assessments = await this.assess(tender, bids, experts);
      const content = assessments.map(({ lot, ...one }) => {
        const named = lot === undefined ? {} : { lot };
        return one.outcome === 'ranked'
          ? { ...named, bid: one.bidId, rank: one.rank, price: fenToYuan(one.price) }
          : { ...named, bid: one.bidId, rejected: [...one.grounds] };
      }) as CanonicalValue;
      const recommended = await this.recommended(tenderId, assessments);
      await this.evaluations.change(tenderId, {
        assessments,
        reportDigest: taggedHashHex('sunlit/report', content),
        reportedAt: this.arrival.at(),
      });
      await this.ledger.append({
        type: 'evaluation.reported',
        scope: tenderId,
        by: actor,
        body: {
          tender: tenderId,
          assessments: content,
          ...(recommended.length > 1 ? { recommended: recommended.map(toBody) } : {}),
        },
      });
      return assessments;
    });
  }

  /** Who is recommended for each lot, best first: from a report, under the tender's limit of lots one may win. */
  async recommended(
    tenderId: string,
    assessments: readonly LotAssessment[],
  ): Promise<readonly LotRecommendation[]> {
    const { winLimit } = await this.tenders.get(tenderId);
    const ranked: RankedInLot[] = [];
    for (const one of assessments) {
      if (one.outcome !== 'ranked') continue;
      const { bidId, rank, lot = 1 } = one;
      ranked.push({ lot, bidId, rank, firms: await this.firmsBehind(tenderId, bidId) });
    }
    return recommendLots(ranked, winLimit);
  }

  private async firmsBehind(tenderId: string, bidId: string): Promise<readonly string[]> {
    const bid = await this.openings.openedBid(bidId);
    if (!bid) throw new DomainError('opening.unknown_bid');
    const { lot, enterpriseId } = bid;
    const party = await this.parties.find({ tenderId, lot, enterpriseId });
    if (!party?.consortiumId) return [enterpriseId];
    return (await this.consortia.members(party.consortiumId)).map((one) => one.enterpriseId);
  }

  private async assess(
    tender: TenderRow,
    bids: readonly OpenedBid[],
    experts: readonly string[],
  ): Promise<readonly LotAssessment[]> {
    const at = this.arrival.at();
    const reviews = await this.evaluations.reviews(tender.id);
    const evaluated = (of: readonly OpenedBid[]) =>
      of.map(({ id, price }) => ({ bidId: id, price }));
    const lots = await this.lots.ofTender(tender.id);
    if (lots.length < 2) {
      const ranked = rankByLowestPrice(evaluated(bids), reviews, experts, tender.ceiling);
      return this.ruleSets.orRefuse(ranked, tender, at);
    }
    const standing = lots.filter(({ state }) => state === 'open');
    const toRank = standing.map(({ number: lot, ceiling }) => ({
      lot,
      ceiling,
      bids: evaluated(bids.filter((bid) => bid.lot === lot)),
    }));
    return this.ruleSets.orRefuse(rankLots(toRank, reviews, experts), tender, at);
  }

  /** Signs the report, with or without dissent; the last signature hands it to the tenderer. */
  async sign(actor: Actor, tenderId: string, dissent: string | null): Promise<void> {
    await this.asMember(actor, tenderId, async (evaluation, me) => {
      if (evaluation.reportedAt === null) throw new DomainError('evaluation.no_report');
      if (me.signedAt !== null) throw new DomainError('evaluation.already_signed');
      const at = this.arrival.at();
      await this.evaluations.changeJudge(me.id, { signedAt: at, dissent });
      await this.ledger.append({
        type: 'evaluation.signed',
        scope: tenderId,
        by: actor,
        body: { tender: tenderId, seat: me.seat, report: evaluation.reportDigest, dissent },
      });
      const judges = await this.evaluations.judges(tenderId);
      const signatures = judges.flatMap((one) =>
        one.signedAt === null ? [] : [{ expertId: one.personId, dissent: one.dissent }],
      );
      if (
        !isFullySigned(
          judges.map((one) => one.personId),
          signatures,
        )
      )
        return;
      await this.evaluations.change(tenderId, { signedAt: at });
      await this.outbox.add('evaluation.signed', { tenderId });
    });
  }

  private async seat(
    tenderId: string,
    personId: string,
    seat: number,
    seats: number,
  ): Promise<void> {
    const at = this.arrival.at();
    if (!(await this.evaluations.find(tenderId))) {
      await this.evaluations.add({
        id: tenderId,
        seats,
        assessments: null,
        reportDigest: null,
        reportedAt: null,
        signedAt: null,
        createdAt: at,
      });
    }
    await this.evaluations.addJudge({
      id: this.ids.next(),
      tenderId,
      personId,
      seat,
      declaredAt: null,
      dissent: null,
      signedAt: null,
      checkedInAt: at,
    });
  }

  private stillOpen(evaluation: Evaluation): void {
    if (evaluation.reportedAt !== null) throw new DomainError('evaluation.reported');
  }

  private async opened(tender: TenderRow): Promise<OpenedBid[]> {
    if (tender.state !== 'evaluation') return [];
    const opening = await this.openings.ofTender(tender.id);
    return opening ? this.openings.openedBids(opening.id) : [];
  }

  private asMember<T>(
    actor: Actor,
    tenderId: string,
    work: (evaluation: Evaluation, me: Judge) => Promise<T>,
  ): Promise<T> {
    return this.unit.run(async () => {
      const evaluation = await this.evaluations.lock(tenderId);
      const judges = await this.evaluations.judges(tenderId);
      const me = judges.find((one) => one.personId === actor.personId);
      if (!me) throw new DomainError('evaluation.not_found');
      return work(evaluation, me);
    });
  }
}

function toBody({ lot, candidates, passedOver }: LotRecommendation): Encodable {
  return {
    lot,
    candidates: candidates.map(({ bidId, rank }) => ({ bid: bidId, rank })),
    passedOver: [...passedOver],
  };
}
