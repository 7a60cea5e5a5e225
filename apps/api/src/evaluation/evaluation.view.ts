import { ApiProperty } from '@nestjs/swagger';
import type { LotAssessment, Mark } from '@core/evaluation';
import { fenToWire, formatInstant } from '@core/kernel';
import type {
  EvaluationRoom,
  Judge,
  LotComputation,
  NamedLetter,
  PanelLetter,
  RoomBid,
} from '@server/evaluation';
import { instantOrNull } from '../http/views';
import { RelationView } from '../sign-up/sign-up.controller';
import { LotView, PlanView, TenderLineView } from '../tender/tender.view';

class RoomFileView {
  @ApiProperty() id!: string;
  /** While names are hidden the code, a number and the file's ending. */
  @ApiProperty() name!: string;
  @ApiProperty() media!: string;
  @ApiProperty() size!: number;
}

class OpenedBidView {
  /** While names are hidden another id, by which marks are given. */
  @ApiProperty() id!: string;
  @ApiProperty() lot!: number;
  /** The code a bid is, or was, reviewed under; null: not a blind review. */
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  /** This and what follows is null while names are hidden. */
  @ApiProperty({ type: String, nullable: true }) bidderName!: string | null;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty({ type: Number, nullable: true }) durationDays!: number | null;
  @ApiProperty({ type: String, nullable: true }) quality!: string | null;
  @ApiProperty({ type: String, nullable: true }) manager!: string | null;
  @ApiProperty({ type: [RoomFileView] }) files!: RoomFileView[];

  static of(this: void, { id, lot, code, named, files }: RoomBid): OpenedBidView {
    return {
      id,
      lot,
      code,
      bidderName: named?.bidderName ?? null,
      priceFen: named ? fenToWire(named.price) : null,
      durationDays: named?.durationDays ?? null,
      quality: named?.quality ?? null,
      manager: named?.manager ?? null,
      files: files.map(({ id: file, name, media, size }) => ({ id: file, name, media, size })),
    };
  }
}

class MemberView {
  @ApiProperty() seat!: number;
  @ApiProperty() name!: string;
  @ApiProperty() mine!: boolean;
  @ApiProperty() declared!: boolean;
  /** Whether the member has voted in this round; for whom, nobody is told. */
  @ApiProperty() voted!: boolean;
  @ApiProperty() leads!: boolean;
  @ApiProperty() signed!: boolean;
  /** Whether all of the member's marks are in. */
  @ApiProperty() marked!: boolean;
  @ApiProperty({ type: String, nullable: true }) dissent!: string | null;

  static of(this: void, row: Judge, room: EvaluationRoom, me: string): MemberView {
    return {
      seat: row.seat,
      name: room.names.get(row.personId) ?? '',
      mine: row.personId === me,
      declared: row.declaredAt !== null,
      voted: row.votedFor !== null,
      leads: room.evaluation.leaderSeat === row.seat,
      signed: row.signedAt !== null,
      marked: room.marks.done.has(row.personId),
      dissent: row.dissent,
    };
  }
}

export class AssessmentView {
  @ApiProperty() bidId!: string;
  @ApiProperty({ enum: ['ranked', 'rejected'] }) outcome!: string;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  /** The published score, where the plan gives scores. */
  @ApiProperty({ type: String, nullable: true }) score!: string | null;
  @ApiProperty({ type: [String] }) grounds!: string[];

  static of(this: void, one: LotAssessment): AssessmentView {
    return one.outcome === 'ranked'
      ? {
          bidId: one.bidId,
          outcome: one.outcome,
          rank: one.rank,
          priceFen: fenToWire(one.price),
          score: one.score ?? null,
          grounds: [],
        }
      : {
          bidId: one.bidId,
          outcome: one.outcome,
          rank: null,
          priceFen: null,
          score: null,
          grounds: [...one.grounds],
        };
  }
}

class ReviewView {
  @ApiProperty() bidId!: string;
  @ApiProperty() responsive!: boolean;
  @ApiProperty() ground!: string;
  @ApiProperty() belowCost!: boolean;
}

class MarkView {
  /** The member's seat. */
  @ApiProperty() seat!: number;
  @ApiProperty() bidId!: string;
  @ApiProperty() itemId!: string;
  @ApiProperty() points!: string;
}

class NoticeOfMarkView extends MarkView {
  /** The mean of the others' points, exactly. */
  @ApiProperty() othersMean!: string;
}

class ItemMeanView {
  @ApiProperty() itemId!: string;
  @ApiProperty() mean!: string;
}

class ComputedBidView {
  @ApiProperty() bidId!: string;
  @ApiProperty() priceYuan!: string;
  @ApiProperty({ type: String, nullable: true }) score!: string | null;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  /** The formula's score of 100, where the panel scores other items too. */
  @ApiProperty({ type: String, nullable: true }) priceScore!: string | null;
  @ApiProperty({ type: [ItemMeanView] }) items!: ItemMeanView[];
  /** Why it stands where it stands: names of the catalogue of reasons. */
  @ApiProperty({ type: [String] }) reasons!: string[];
}

/** How the ranks of a lot come about. */
export class ComputationView {
  @ApiProperty() lot!: number;
  @ApiProperty({ type: String, nullable: true }) benchmarkYuan!: string | null;
  @ApiProperty({ type: [ComputedBidView] }) bids!: ComputedBidView[];
  @ApiProperty({ type: [NoticeOfMarkView] }) notices!: NoticeOfMarkView[];

  static of(
    this: void,
    { lot, benchmarkYuan, bids, notices }: LotComputation,
    seatOf: (personId: string) => number,
  ): ComputationView {
    return {
      lot,
      benchmarkYuan,
      bids: bids.map(({ bidId, priceYuan, score, rank, priceScore, items, reasons }) => ({
        bidId,
        priceYuan,
        score,
        rank,
        priceScore,
        items: items.map((one) => ({ ...one })),
        reasons: reasons.map(({ code }) => code),
      })),
      notices: notices.map(({ judge, bidId, itemId, points, othersMean }) => ({
        seat: seatOf(judge),
        bidId,
        itemId,
        points,
        othersMean,
      })),
    };
  }
}

class FindingOfPanelView {
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: ['sufficient', 'reject-all'] }) verdict!: string;
  @ApiProperty() reason!: string;
}

/** How many bids of a lot are valid, before the report. */
class ValidView {
  @ApiProperty() lot!: number;
  @ApiProperty() valid!: number;
}

/** A letter of the panel to a bidder, and its answer. */
export class PanelLetterView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() bidId!: string;
  @ApiProperty({ enum: ['price', 'bid'] }) about!: string;
  @ApiProperty() text!: string;
  @ApiProperty() askedAt!: string;
  @ApiProperty() dueAt!: string;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) fileId!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;

  static of(this: void, row: PanelLetter): PanelLetterView {
    const { id, tenderId, bidId, about, text, answer, fileId } = row;
    return {
      id,
      tenderId,
      bidId,
      about,
      text,
      answer,
      fileId,
      askedAt: formatInstant(row.askedAt),
      dueAt: formatInstant(row.dueAt),
      answeredAt: instantOrNull(row.answeredAt),
    };
  }
}

/** The same for who supervises: with the bidder it went to. */
export class NamedLetterView extends PanelLetterView {
  @ApiProperty() bidderName!: string;

  static ofNamed(this: void, { letter, bidderName }: NamedLetter): NamedLetterView {
    return { ...PanelLetterView.of(letter), bidderName };
  }
}

export class EvaluationRoomView {
  @ApiProperty({ type: TenderLineView }) tender!: TenderLineView;
  @ApiProperty() seats!: number;
  @ApiProperty({ type: [MemberView] }) members!: MemberView[];
  /** How many rounds of the leader's election ended without a majority. */
  @ApiProperty() leaderTies!: number;
  @ApiProperty({ type: [LotView] }) lots!: LotView[];
  /** Relations between bidders, to be looked into; after one's declaration. */
  @ApiProperty({ type: [RelationView] }) leads!: RelationView[];
  @ApiProperty({ type: [OpenedBidView] }) bids!: OpenedBidView[];
  /** Whether names are hidden until every score is in. */
  @ApiProperty() namesHidden!: boolean;
  @ApiProperty({ type: [ReviewView] }) mine!: ReviewView[];
  @ApiProperty({ type: PlanView }) plan!: PlanView;
  /** The coefficients the hall drew, by key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  drawn!: Record<string, string>;
  /** The orders of all opened bids the hall drew, by kind (`sample`, `tie`): ids of bids, the first drawn first. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  })
  orders!: Record<string, string[]>;
  @ApiProperty({ type: [MarkView] }) myMarks!: MarkView[];
  /** How many marks of the whole panel are missing; null while reviews are. */
  @ApiProperty({ type: Number, nullable: true }) marksMissing!: number | null;
  /** Everybody's marks, once all are in. */
  @ApiProperty({ type: [MarkView] }) allMarks!: MarkView[];
  /** Bids whose price is to be asked about first. */
  @ApiProperty({ type: [String] }) suspicious!: string[];
  @ApiProperty({ type: [PanelLetterView] }) letters!: PanelLetterView[];
  /** How many bids of each lot are valid, once everything is in; null before. */
  @ApiProperty({ type: [ValidView], nullable: true }) valid!: ValidView[] | null;
  /** What the plan makes of it: before the report once everything is in, then as reported. */
  @ApiProperty({ type: [ComputationView] }) computations!: ComputationView[];
  @ApiProperty({ type: [FindingOfPanelView] }) findings!: FindingOfPanelView[];
  @ApiProperty({ type: [AssessmentView], nullable: true }) assessments!: AssessmentView[] | null;
  @ApiProperty({ type: String, nullable: true }) reportDigest!: string | null;
  @ApiProperty({ type: String, nullable: true }) reportedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) signedAt!: string | null;

  static of(this: void, room: EvaluationRoom, me: string): EvaluationRoomView {
    const { evaluation, marks, judges } = room;
    const seatOf = (personId: string): number =>
      judges.find((one) => one.personId === personId)?.seat ?? 0;
    const markOf = ({ judge, bidId, itemId, points }: Mark): MarkView => ({
      seat: seatOf(judge),
      bidId,
      itemId,
      points,
    });
    return {
      tender: TenderLineView.of(room.tender),
      seats: evaluation.seats,
      leaderTies: evaluation.leaderTies ?? 0,
      members: judges.map((one) => MemberView.of(one, room, me)),
      lots: room.lots.map(LotView.of),
      leads: room.leads.map(RelationView.of),
      bids: room.bids.map(OpenedBidView.of),
      namesHidden: room.blind?.isHidden ?? false,
      mine: room.mine.map((one) => ({ ...one })),
      plan: PlanView.of(room.tender.plan),
      drawn: { ...room.drawn.values },
      orders: Object.fromEntries(
        Object.entries(room.drawn.orders).map(([kind, bids]) => [kind, [...bids]]),
      ),
      myMarks: marks.mine.map(markOf),
      marksMissing: marks.missing,
      allMarks: marks.all.map(markOf),
      suspicious: [...room.suspicious],
      letters: room.letters.map(PanelLetterView.of),
      valid: room.preview?.map(({ lot, valid }) => ({ lot, valid })) ?? null,
      computations: computationsOf(room).map((one) => ComputationView.of(one, seatOf)),
      findings: evaluation.findings?.map((one) => ({ ...one })) ?? [],
      assessments: evaluation.assessments?.map(AssessmentView.of) ?? null,
      reportDigest: evaluation.reportDigest,
      reportedAt: instantOrNull(evaluation.reportedAt),
      signedAt: instantOrNull(evaluation.signedAt),
    };
  }
}

function computationsOf({ evaluation, preview }: EvaluationRoom): readonly LotComputation[] {
  if (evaluation.reportedAt !== null) return evaluation.computations ?? [];
  return (preview ?? []).flatMap(({ lot, computation }) =>
    computation === null ? [] : [{ lot, ...computation }],
  );
}
