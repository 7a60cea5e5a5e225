import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  checkMarks,
  isTechnical,
  marksMissing,
  priceHeard,
  reviewPreliminarily,
  rejectsLowPrice,
  suspiciouslyLow,
  type AssessedLot,
  type HallDrawn,
  type ItemPoints,
  type Mark,
} from '@core/evaluation';
import type { Actor } from '@core/identity';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { ReadBidFiles, type BidFile, type OpenedBid } from '@server/opening';
import { Arrival, DomainError, Ids, orRefuse, Outbox, RuleSets } from '@server/platform';
import { FindRelations, type RelationLead } from '@server/sign-up';
import { Lots, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import { BlindReview, hiddenId, type BlindState } from './blind-review';
import { Evaluations, type Evaluation, type Judge, type PanelLetter } from './evaluations.store';
import { PanelDesk } from './panel-desk';

/** Said when a drawn expert stands in the evaluation room; not before: names are sealed until then. */
export const PANEL_CHECKED_IN = 'panel.checked_in';

/** One member's review of one bid. */
export interface ReviewCommand {
  readonly bidId: string;
  readonly responsive: boolean;
  readonly ground: string;
  /** Rejected because the price is below cost: only after its bidder was asked. */
  readonly belowCost: boolean;
}

/** One member's points for all items of one bid. */
export interface MarkCommand {
  readonly bidId: string;
  readonly points: readonly ItemPoints[];
  /** Why the points change once everybody sees them; else empty. */
  readonly reason: string;
}

/** The marks as a member may see them. */
export interface RoomMarks {
  readonly mine: readonly Mark[];
  /** How many marks of the whole panel are missing; null while reviews are. */
  readonly missing: number | null;
  /** Everybody's, by person; empty until all are in. */
  readonly all: readonly Mark[];
  /** Members all of whose marks are in, by person. */
  readonly done: ReadonlySet<string>;
}

/** A bid as a member sees it: all of it, or its technical part under a code. */
export interface RoomBid {
  readonly id: string;
  readonly lot: number;
  /** The code it was, or is, reviewed under; null: not a blind review. */
  readonly code: string | null;
  /** Null while names are hidden. */
  readonly named: Pick<
    OpenedBid,
    'bidderName' | 'price' | 'durationDays' | 'quality' | 'manager'
  > | null;
  readonly files: readonly BidFile[];
}

/** What a member sees. */
export interface EvaluationRoom {
  readonly tender: TenderRow;
  readonly evaluation: Evaluation;
  readonly judges: readonly Judge[];
  /** Names of the members by their person: colleagues know one another from check-in on. */
  readonly names: ReadonlyMap<string, string>;
  readonly lots: readonly LotRecord[];
  readonly bids: readonly RoomBid[];
  /** The blind review; null: there is none. */
  readonly blind: BlindState | null;
  /** Relations between bidders, for the members to look into; empty before the declaration. */
  readonly leads: readonly RelationLead[];
  readonly mine: readonly ReviewCommand[];
  readonly marks: RoomMarks;
  /** What the hall drew; nothing while names are hidden: its orders name bids. */
  readonly drawn: HallDrawn;
  readonly letters: readonly PanelLetter[];
  /** Bids whose price is to be asked about before a report is made. */
  readonly suspicious: readonly string[];
  /** What the plan makes of it, once everything is in; null before, or where it refuses. */
  readonly preview: readonly AssessedLot[] | null;
}

/** The panel's work on the bids: declaration, reviews, marks. */
@Injectable()
export class JudgeBids implements OnModuleInit {
  constructor(
    private readonly desk: PanelDesk,
    private readonly blind: BlindReview,
    private readonly bidFiles: ReadBidFiles,
    private readonly evaluations: Evaluations,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
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
    const lots = await this.lots.ofTender(tenderId);
    const names = new Map<string, string>();
    for (const { personId } of judges) {
      names.set(personId, (await this.people.find(personId))?.name ?? '');
    }
    const blind = await this.blind.of(tender);
    const door = { tender, evaluation, judges, names, lots, blind };
    // Nothing of a bid is shown before the member has declared that no interest stands in the way.
    if (me.declaredAt === null) return { ...door, ...NOTHING_SHOWN };
    if (blind?.isHidden) {
      const marks = await this.marks(tender, actor.personId, judges, blind);
      const code = (bid: string): string => codeOf(blind, bid);
      const mine = marks.mine.map((one) => ({ ...one, bidId: hiddenId(code(one.bidId)) }));
      const bids = await this.bids(tender, blind);
      return { ...door, ...NOTHING_SHOWN, bids, marks: { ...marks, mine } };
    }
    const mine = (await this.evaluations.reviews(tenderId))
      .filter((one) => one.expertId === actor.personId)
      .map(({ bidId, responsive, ground, belowCost }) => ({
        bidId,
        responsive,
        ground,
        belowCost,
      }));
    const marks = await this.marks(tender, actor.personId, judges, blind);
    const suspicious = await this.suspicious(tender);
    return {
      ...door,
      bids: await this.bids(tender, blind),
      leads: await this.relations.ofBidders(tenderId),
      mine,
      marks,
      drawn: await this.desk.drawn(tenderId),
      letters: await this.evaluations.letters(tenderId),
      suspicious,
      preview: marks.missing === 0 ? await this.preview(tender) : null,
    };
  }

  /** The recusal declaration. */
  async declare(actor: Actor, tenderId: string): Promise<void> {
    await this.desk.asMember(actor, tenderId, async (_evaluation, me) => {
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

  /**
   * Reviews a bid; may be changed until the report stands, once everybody sees the marks only with a reason in `ground`,
   * which goes into the log. For its low price, in whatever words, only after its bidder was asked.
   */
  async review(actor: Actor, tenderId: string, command: ReviewCommand): Promise<void> {
    await this.desk.judging(actor, tenderId, async (_evaluation, me) => {
      const { bidId, responsive, ground } = command;
      const tender = await this.tenders.get(tenderId);
      if (!responsive && ground.trim() === '') {
        throw this.ruleSets.refusal('evaluation.ground_missing', tender, this.arrival.at());
      }
      await this.blind.requireNames(tender);
      await this.desk.bid(tender, bidId);
      const at = this.arrival.at();
      const isSuspicious = (await this.suspicious(tender)).includes(bidId);
      const belowCost = !responsive && rejectsLowPrice(command, isSuspicious);
      if (belowCost) {
        const letters = await this.evaluations.letters(tenderId);
        orRefuse(priceHeard(bidId, letters, at, this.desk.law(tender)));
      }
      if (await this.marksAreOpen(tender, actor.personId)) {
        const reason = ground.trim();
        if (reason === '') throw new DomainError('evaluation.reason_missing');
        await this.ledger.append({
          type: 'evaluation.review_changed',
          scope: tenderId,
          by: actor,
          body: { tender: tenderId, seat: me.seat, bid: bidId, responsive, reason },
        });
      }
      await this.evaluations.putReview({
        tenderId,
        personId: actor.personId,
        bidId,
        responsive: responsive ? 1 : 0,
        ground: responsive ? '' : ground,
        belowCost: belowCost ? 1 : 0,
        at,
      });
    });
  }

  /**
   * Gives the points of all items of a bid. Nobody sees another's before all are in; from then on a change needs a reason,
   * which goes into the log.
   */
  async mark(actor: Actor, tenderId: string, command: MarkCommand): Promise<void> {
    await this.desk.judging(actor, tenderId, async (_evaluation, me) => {
      const { points, reason } = command;
      const tender = await this.tenders.get(tenderId);
      const blind = await this.blind.of(tender);
      const bidId = this.blind.bidOf(blind, command.bidId);
      await this.desk.bid(tender, bidId);
      orRefuse(checkMarks(tender.plan, points));
      const isShown = blind !== null && !blind.isHidden;
      if (isShown || (await this.marksAreOpen(tender, actor.personId))) {
        if (reason.trim() === '') throw new DomainError('evaluation.reason_missing');
        await this.ledger.append({
          type: 'evaluation.mark_changed',
          scope: tenderId,
          by: actor,
          body: {
            tender: tenderId,
            seat: me.seat,
            bid: bidId,
            reason: reason.trim(),
            points: points.map((one) => ({ item: one.itemId, points: one.points })),
          },
        });
      }
      const { personId } = actor;
      for (const one of points) {
        const at = this.arrival.at();
        await this.evaluations.putMark({ tenderId, personId, bidId, ...one, at });
      }
      if (!blind?.isHidden) return;
      const judges = await this.evaluations.judges(tenderId);
      const { missing } = await this.marks(tender, personId, judges, blind);
      if (missing === 0) await this.blind.open(tenderId, blind);
    });
  }

  /** A file of a bid, to a member who may see it: while names are hidden those of the technical part alone. */
  async file(
    actor: Actor,
    tenderId: string,
    given: string,
    fileId: string,
  ): Promise<{ readonly file: BidFile; readonly bidId: string; readonly name: string }> {
    const { bids, blind } = await this.room(actor, tenderId);
    const bid = bids.find(({ id }) => id === given);
    const file = bid?.files.find(({ id }) => id === fileId);
    if (!bid || !file) throw new DomainError('request.not_found');
    return { file, bidId: this.blind.bidOf(blind, given), name: file.name };
  }

  /** The opened bids as the panel sees them; hidden ones by their codes, so that nothing tells which is which. */
  private async bids(tender: TenderRow, blind: BlindState | null): Promise<readonly RoomBid[]> {
    const all: RoomBid[] = [];
    for (const one of await this.desk.opened(tender)) {
      const code = blind ? codeOf(blind, one.id) : null;
      const files = await this.bidFiles.list(one.id);
      const { id, lot, bidderName, price, durationDays, quality, manager } = one;
      const named = { bidderName, price, durationDays, quality, manager };
      if (!blind?.isHidden || code === null) all.push({ id, lot, code, named, files });
      else all.push({ id: hiddenId(code), lot, code, named: null, files: technical(files, code) });
    }
    if (!blind?.isHidden) return all;
    return all.sort((one, other) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1));
  }

  /** The bids whose price has to be asked about. */
  private async suspicious(tender: TenderRow): Promise<readonly string[]> {
    return (await this.desk.judgedLots(tender)).flatMap(({ ceiling, bids }) =>
      suspiciouslyLow(tender.plan, bids.map(priced), ceiling),
    );
  }

  /** Whether everybody has scored everything, so that each sees the points of the others. */
  private async marksAreOpen(tender: TenderRow, personId: string): Promise<boolean> {
    if (tender.plan?.kind !== 'comprehensive') return false;
    const judges = await this.evaluations.judges(tender.id);
    const blind = await this.blind.of(tender);
    return (await this.marks(tender, personId, judges, blind)).missing === 0;
  }

  private async marks(
    tender: TenderRow,
    personId: string,
    judges: readonly Judge[],
    blind: BlindState | null,
  ): Promise<RoomMarks> {
    const { plan } = tender;
    const all = await this.evaluations.marks(tender.id);
    const mine = all.filter(({ judge }) => judge === personId);
    const experts = judges.map((one) => one.personId);
    const valid = blind?.isHidden
      ? (await this.desk.judgedLots(tender)).flatMap(({ bids }) => bids.map(({ id }) => id))
      : await this.valid(tender, judges);
    const isShown = blind !== null && !blind.isHidden;
    if (valid === null) return { mine, missing: null, all: isShown ? all : [], done: new Set() };
    const done = experts.filter((one) => marksMissing(plan, [one], valid, all) === 0);
    const seats = (await this.evaluations.find(tender.id))?.seats ?? experts.length;
    // Who is not there yet has everything still to score.
    const absent = blind?.isHidden ? seats - experts.length : 0;
    const missing =
      marksMissing(plan, experts, valid, all) + absent * valid.length * (plan?.items.length ?? 0);
    return { mine, missing, all: isShown || missing === 0 ? all : [], done: new Set(done) };
  }

  /** The bids the preliminary review let through; null until every member has reviewed every bid. */
  private async valid(
    tender: TenderRow,
    judges: readonly Judge[],
  ): Promise<readonly string[] | null> {
    const reviews = await this.evaluations.reviews(tender.id);
    const evaluation = await this.evaluations.find(tender.id);
    if (judges.length < (evaluation?.seats ?? 0)) return null;
    const valid: string[] = [];
    for (const { ceiling, bids } of await this.desk.judgedLots(tender)) {
      const own = reviews.filter(({ bidId }) => bids.some(({ id }) => id === bidId));
      const experts = judges.map((one) => one.personId);
      const reviewed = reviewPreliminarily(bids.map(priced), own, experts, ceiling);
      if (!reviewed.ok) return null;
      valid.push(...reviewed.value.responsive.map(({ bidId }) => bidId));
    }
    return valid;
  }

  private async preview(tender: TenderRow): Promise<readonly AssessedLot[] | null> {
    try {
      return await this.desk.assess(tender);
    } catch (error) {
      // What the plan refuses is told when the report is asked for.
      if (error instanceof DomainError) return null;
      throw error;
    }
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
        computations: null,
        findings: null,
        leaderSeat: null,
        leaderTies: null,
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
      votedFor: null,
      dissent: null,
      signedAt: null,
      checkedInAt: at,
    });
  }
}

const NOTHING_SHOWN = {
  bids: [],
  leads: [],
  mine: [],
  marks: { mine: [], missing: null, all: [], done: new Set<string>() },
  drawn: { values: {}, orders: {} },
  letters: [],
  suspicious: [],
  preview: null,
} as const;

function codeOf({ codes }: BlindState, bid: string): string {
  return codes.find((one) => one.bid === bid)?.code ?? '';
}

/** The files of a technical part under names that say nothing. */
function technical(files: readonly BidFile[], code: string): readonly BidFile[] {
  return files
    .filter(({ name }) => isTechnical(name))
    .map((file, at) => {
      const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0].toLowerCase() ?? '';
      return { ...file, name: `${code}-${at + 1}${ending}` };
    });
}

function priced({ id, price }: OpenedBid): { bidId: string; price: OpenedBid['price'] } {
  return { bidId: id, price };
}
