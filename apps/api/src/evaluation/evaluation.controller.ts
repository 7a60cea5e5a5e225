import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { AskBidder, ElectLeader, Evaluations, JudgeBids, MakeReport } from '@server/evaluation';
import { ReadBidFiles } from '@server/opening';
import { Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { TenderLineView } from '../tender/tender.view';
import {
  AskBidderDto,
  LeaderVoteDto,
  MakeReportDto,
  MarksDto,
  ReviewDto,
  SignReportDto,
} from './evaluation.dto';
import { AssessmentView, EvaluationRoomView } from './evaluation.view';

/** The evaluation room, for the experts who have checked in. */
@ApiTags('evaluation')
@Controller('evaluations')
export class EvaluationController {
  constructor(
    private readonly judge: JudgeBids,
    private readonly reports: MakeReport,
    private readonly letters: AskBidder,
    private readonly leaders: ElectLeader,
    private readonly files: ReadBidFiles,
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

  /** A file of an opened bid, decrypted as it is read; while names are hidden one of the technical part alone. */
  @Get(':tenderId/bids/:bidId/files/:fileId')
  @Needs('evaluation.judge')
  @Header('cache-control', 'no-store')
  @ApiProduces('application/octet-stream')
  async bidFile(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Param('bidId') given: string,
    @Param('fileId') fileId: string,
  ): Promise<StreamableFile> {
    const { file, bidId, name } = await this.judge.file(actor, tenderId, given, fileId);
    const plain = await this.files.stream(bidId, file.id);
    return new StreamableFile(Readable.fromWeb(plain), {
      // As its bidder made it: never shown by the browser itself.
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: file.size,
    });
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

  /** Gives the lead of the panel to a seat; more than half of all seats decide. */
  @Post(':tenderId/leader-votes')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async voteForLeader(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() { seat }: LeaderVoteDto,
  ): Promise<void> {
    await this.leaders.vote(actor, tenderId, seat);
  }

  @Post(':tenderId/reviews')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async reviewBid(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: ReviewDto,
  ): Promise<void> {
    await this.judge.review(actor, tenderId, { ...body, belowCost: body.belowCost ?? false });
  }

  /** Points for all items of one bid; nobody sees them before everybody's are in. */
  @Post(':tenderId/marks')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async markBid(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() { bidId, points, reason }: MarksDto,
  ): Promise<void> {
    await this.judge.mark(actor, tenderId, { bidId, points, reason: reason ?? '' });
  }

  /** Asks the bidder of a bid in writing. */
  @Post(':tenderId/letters')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async askBidder(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: AskBidderDto,
  ): Promise<void> {
    await this.letters.ask(actor, tenderId, body);
  }

  @Post(':tenderId/report')
  @HttpCode(200)
  @Needs('evaluation.judge')
  @ApiOkResponse({ type: [AssessmentView] })
  async makeReport(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: MakeReportDto,
  ): Promise<AssessmentView[]> {
    const findings = body.findings ?? [];
    return (await this.reports.report(actor, tenderId, findings)).map(AssessmentView.of);
  }

  @Post(':tenderId/signatures')
  @HttpCode(204)
  @Needs('evaluation.judge')
  async signReport(
    @Acting() actor: Actor,
    @Param('tenderId') tenderId: string,
    @Body() body: SignReportDto,
  ): Promise<void> {
    await this.reports.sign(actor, tenderId, body.dissent ?? null);
  }
}
