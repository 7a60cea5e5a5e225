import { Injectable } from '@nestjs/common';
import { assessLot, type AssessedLot, type HallDrawn, type PanelLaw } from '@core/evaluation';
import type { Actor } from '@core/identity';
import type { Fen } from '@core/kernel';
import { Openings, type OpenedBid } from '@server/opening';
import { Arrival, DomainError, RuleSets, UnitOfWork } from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { CandidatePlaces } from './candidate-places';
import { Evaluations, type Evaluation, type Judge } from './evaluations.store';

/** A lot that is judged, with its opened bids. */
export interface JudgedLot {
  readonly lot: number;
  readonly ceiling: Fen | null;
  readonly bids: readonly OpenedBid[];
}

/** What every act of a panel begins with: who sits here, which bids lie on the table, whose law it is. */
@Injectable()
export class PanelDesk {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly evaluations: Evaluations,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly places: CandidatePlaces,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** Runs `work` for a member, under the evaluation's lock. */
  asMember<T>(
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

  /** The same while the bids may still be judged: the member has declared, and there is no report. */
  judging<T>(
    actor: Actor,
    tenderId: string,
    work: (evaluation: Evaluation, me: Judge) => Promise<T>,
  ): Promise<T> {
    return this.asMember(actor, tenderId, async (evaluation, me) => {
      if (evaluation.reportedAt !== null) throw new DomainError('evaluation.reported');
      if (me.declaredAt === null) {
        const tender = await this.tenders.get(tenderId);
        throw this.ruleSets.refusal('evaluation.not_declared', tender, this.arrival.at());
      }
      return work(evaluation, me);
    });
  }

  /** The opened bids of a tender that is being evaluated; none before. */
  async opened(tender: TenderRow): Promise<OpenedBid[]> {
    if (tender.state !== 'evaluation') return [];
    const opening = await this.openings.ofTender(tender.id);
    return opening ? this.openings.openedBids(opening.id) : [];
  }

  /** An opened bid of the tender; throws `opening.unknown_bid`. */
  async bid(tender: TenderRow, bidId: string): Promise<OpenedBid> {
    const found = (await this.opened(tender)).find((one) => one.id === bidId);
    if (!found) throw new DomainError('opening.unknown_bid');
    return found;
  }

  /** The lots that are judged, with their bids. */
  async judgedLots(tender: TenderRow): Promise<readonly JudgedLot[]> {
    const bids = await this.opened(tender);
    const lots = await this.lots.ofTender(tender.id);
    if (lots.length < 2) return [{ lot: 1, ceiling: tender.ceiling, bids }];
    return lots
      .filter(({ state }) => state === 'open')
      .map(({ number: lot, ceiling }) => ({
        lot,
        ceiling,
        bids: bids.filter((bid) => bid.lot === lot),
      }));
  }

  /** What the hall drew: coefficients, orders of bids; nothing where the plan draws nothing. */
  async drawn(tenderId: string): Promise<HallDrawn> {
    const opening = await this.openings.ofTender(tenderId);
    const coefficients = opening ? (await this.openings.hall(opening.id)).coefficients : null;
    return { values: coefficients?.drawn ?? {}, orders: coefficients?.orders ?? {} };
  }

  /** Judges every lot by the published plan; the first refusal names its lot. */
  async assess(tender: TenderRow): Promise<readonly AssessedLot[]> {
    const { id, plan } = tender;
    const experts = (await this.evaluations.judges(id)).map((one) => one.personId);
    const { values: drawn, orders } = await this.drawn(id);
    const work = {
      plan,
      experts,
      reviews: await this.evaluations.reviews(id),
      marks: await this.evaluations.marks(id),
      drawn,
      orders,
    };
    const places = await this.places.of(tender);
    const lots = await this.judgedLots(tender);
    const at = this.arrival.at();
    return lots.map(({ lot, ceiling, bids }) => {
      const priced = bids.map((one) => ({ bidId: one.id, price: one.price }));
      const assessed = assessLot(
        { lot, ceiling, bids: priced },
        { ...work, places: places(bids.length) },
      );
      if (assessed.ok) return assessed.value;
      const { refusal } = assessed;
      const params = lots.length < 2 ? refusal.params : { ...refusal.params, lot };
      return this.ruleSets.orRefuse(
        { ok: false, refusal: { ...refusal, ...(params === undefined ? {} : { params }) } },
        tender,
        at,
      );
    });
  }

  /** Whose law the panel works by, today. */
  law(tender: TenderRow): PanelLaw {
    return this.ruleSets.under(tender, this.arrival.at());
  }
}
