import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { LotAssessment } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { fenToWire } from '@core/kernel';
import { Evaluations, JudgeBids, type EvaluationRoom, type Judge } from '@server/evaluation';
import type { OpenedBid } from '@server/opening';
import { Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Id, Text, YesNo } from '../http/fields';
import { instantOrNull } from '../http/views';
import { RelationView } from '../sign-up/sign-up.controller';
import { LotView, TenderLineView } from '../tender/tender.view';

class ReviewDto {
  @Id() bidId!: string;
  @YesNo() responsive!: boolean;
  /** Which clause of the documents the bid does not answer; needed to reject. */
  @Text({ max: 1_000, min: 0 }) ground!: string;
}

class SignReportDto {
  @Text({ max: 255, optional: true }) dissent?: string;
}

class OpenedBidView {
  @ApiProperty() id!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() bidderName!: string;
  @ApiProperty() priceFen!: string;
  @ApiProperty() durationDays!: number;
  @ApiProperty() quality!: string;
  @ApiProperty() manager!: string;

  static of(this: void, row: OpenedBid): OpenedBidView {
    const { id, lot, bidderName, durationDays, quality, manager } = row;
    return { id, lot, bidderName, priceFen: fenToWire(row.price), durationDays, quality, manager };
  }
}

class MemberView {
  @ApiProperty() seat!: number;
  @ApiProperty() name!: string;
  @ApiProperty() mine!: boolean;
  @ApiProperty() declared!: boolean;
  @ApiProperty() signed!: boolean;
  @ApiProperty({ type: String, nullable: true }) dissent!: string | null;

  static of(this: void, row: Judge, name: string, me: string): MemberView {
    return {
      seat: row.seat,
      name,
      mine: row.personId === me,
      declared: row.declaredAt !== null,
      signed: row.signedAt !== null,
      dissent: row.dissent,
    };
  }
}

class AssessmentView {
  @ApiProperty() bidId!: string;
  @ApiProperty({ enum: ['ranked', 'rejected'] }) outcome!: string;
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty({ type: [String] }) grounds!: string[];

  static of(this: void, one: LotAssessment): AssessmentView {
    return one.outcome === 'ranked'
      ? {
          bidId: one.bidId,
          outcome: one.outcome,
          rank: one.rank,
          priceFen: fenToWire(one.price),
          grounds: [],
        }
      : {
          bidId: one.bidId,
          outcome: one.outcome,
          rank: null,
          priceFen: null,
          grounds: [...one.grounds],
        };
  }
}

class ReviewView {
  @ApiProperty() bidId!: string;
  @ApiProperty() responsive!: boolean;
  @ApiProperty() ground!: string;
}

class EvaluationRoomView {
  @ApiProperty({ type: TenderLineView }) tender!: TenderLineView;
  @ApiProperty() seats!: number;
  @ApiProperty({ type: [MemberView] }) members!: MemberView[];
  @ApiProperty({ type: [LotView] }) lots!: LotView[];
  /** Relations between bidders, to be looked into; after one's declaration. */
  @ApiProperty({ type: [RelationView] }) leads!: RelationView[];
  @ApiProperty({ type: [OpenedBidView] }) bids!: OpenedBidView[];
  @ApiProperty({ type: [ReviewView] }) mine!: ReviewView[];
  @ApiProperty({ type: [AssessmentView], nullable: true }) assessments!: AssessmentView[] | null;
  @ApiProperty({ type: String, nullable: true }) reportDigest!: string | null;
  @ApiProperty({ type: String, nullable: true }) reportedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) signedAt!: string | null;

  static of(this: void, room: EvaluationRoom, me: string): EvaluationRoomView {
    const { evaluation } = room;
    return {
      tender: TenderLineView.of(room.tender),
      seats: evaluation.seats,
      members: room.judges.map((one) => MemberView.of(one, room.names.get(one.personId) ?? '', me)),
      lots: room.lots.map(LotView.of),
      leads: room.leads.map(RelationView.of),
      bids: room.bids.map(OpenedBidView.of),
      mine: room.mine.map((one) => ({ ...one })),
      assessments: evaluation.assessments?.map(AssessmentView.of) ?? null,
      reportDigest: evaluation.reportDigest,
      reportedAt: instantOrNull(evaluation.reportedAt),
      signedAt: instantOrNull(evaluation.signedAt),
    };
  }
}

/** The evaluation room, for the experts who have checked in. */
@ApiTags('evaluation')
@Controller('evaluations')
export class EvaluationController {
  constructor(
    private readonly judge: JudgeBids,
    private readonly evaluations: Evaluations,
    private readonly tenders: Tenders,
  ) {}

  /** The tenders one sits on the panel of. */
  @Get()
  @Needs('evaluation.judge')
  @ApiOkResponse({ type: [TenderLineView] })
  async myEvaluations(@Acting() actor: Actor): Promise<TenderLineView[]> {
    const seats = await this.evaluations.ofPerson(actor.personId);
    return (await this.tenders.byIds(seats.map((one) => one.tenderId))).map(TenderLineView.of);
  }

  @Get(':tenderId')
  @Needs('evaluation.judge')
  @ApiOkResponse({ type: EvaluationRoomView })
  async evaluationRoom(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
  ): Promise<EvaluationRoomView> {
    return EvaluationRoomView.of(await this.judge.room(actor, tenderId), actor.personId);
  }

  @Post(':tenderId/declaration')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async declareNoInterest(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
  ): Promise<void> {
    await this.judge.declare(actor, tenderId);
  }

  @Post(':tenderId/reviews')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async reviewBid(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: ReviewDto,
  ): Promise<void> {
    await this.judge.review(actor, tenderId, body);
  }

  @Post(':tenderId/report')
  @HttpCode(200)
  @Needs('evaluation.judge')
  @ApiOkResponse({ type: [AssessmentView] })
  async makeReport(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
  ): Promise<AssessmentView[]> {
    return (await this.judge.report(actor, tenderId)).map(AssessmentView.of);
  }

  @Post(':tenderId/signatures')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async signReport(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: SignReportDto,
  ): Promise<void> {
    await this.judge.sign(actor, tenderId, body.dissent ?? null);
  }
}
