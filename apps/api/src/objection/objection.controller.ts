import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import {
  COMPLAINT_ORDERS,
  OBJECTION_STAGES,
  PASS_OVER_GROUNDS,
  RESULT_REMEDIES,
  type ObjectionStage,
  type PassOverGround,
  type ResultRemedy,
} from '@core/tender';
import {
  ObjectToDocuments,
  ObjectToResult,
  RemedyObjection,
  SettleObjections,
  type ObjectionRecord,
  type OutcomeOfObjection,
  type RemedyPreview,
  type RemedyRecord,
} from '@server/objection';
import { Tenders } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { OneOf, QueryNumber, Text, WholeNumber, YesNo } from '../http/fields';
import { instantOrNull } from '../http/views';

const LONGEST = 8000;
const REMEDIES = [...RESULT_REMEDIES, 'corrected', 'terminated'] as const;

class FileObjectionDto {
  @Text({ max: LONGEST }) text!: string;
  /** The lot it is about; without it, the whole tender. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** What it is against; the result when left out. */
  @OneOf(OBJECTION_STAGES, { optional: true }) stage?: ObjectionStage;
}

class AnswerObjectionDto {
  @Text({ max: LONGEST }) text!: string;
  @YesNo() upheld!: boolean;
}

class RemedyDto {
  @OneOf(RESULT_REMEDIES) remedy!: ResultRemedy;
  /** Why the candidate is left out. */
  @OneOf(PASS_OVER_GROUNDS, { optional: true }) ground?: PassOverGround;
  /** What is published with it. */
  @Text({ max: LONGEST }) text!: string;
  /** The lot, where the objection is about the whole tender; the first that waits when left out. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** Which candidate of the lot is left out, by rank; the first who is left when left out. */
  @WholeNumber({ min: 1, max: 999, optional: true }) rank?: number;
}

/** What an upheld objection led to in one lot. */
class LotRemedyView {
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: RESULT_REMEDIES }) remedy!: ResultRemedy;
  @ApiProperty() text!: string;

  static of(this: void, { lot, remedy, text }: RemedyRecord): LotRemedyView {
    return { lot, remedy, text };
  }
}

class RemedyPreviewDto {
  @OneOf(RESULT_REMEDIES) remedy!: ResultRemedy;
  @OneOf(PASS_OVER_GROUNDS, { optional: true }) ground?: PassOverGround;
  @QueryNumber({ min: 1, max: 999, optional: true }) lot?: number;
  @QueryNumber({ min: 1, max: 999, optional: true }) rank?: number;
}

class RemedyPreviewView {
  /** The kind of the notice; null: the result stands, and none goes out. */
  @ApiProperty({ type: String, nullable: true }) kind!: string | null;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  /** Its whole text; one line is open, for what the tenderer adds. */
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  /** Who is left out. */
  @ApiProperty({ type: String, nullable: true }) passedOver!: string | null;
  /** Whether an award becomes void. */
  @ApiProperty() isVoid!: boolean;

  static of(this: void, preview: RemedyPreview | null): RemedyPreviewView {
    return {
      kind: preview?.notice.kind ?? null,
      title: preview?.notice.title ?? null,
      text: preview?.notice.text ?? null,
      passedOver: preview?.change.passedOver ?? null,
      isVoid: preview?.change.isVoid ?? false,
    };
  }
}

class ObjectionView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: Number, nullable: true }) lot!: number | null;
  @ApiProperty() enterpriseName!: string;
  @ApiProperty({ enum: OBJECTION_STAGES }) stage!: string;
  @ApiProperty() text!: string;
  @ApiProperty() filedAt!: string;
  /** Until when it must be answered. */
  @ApiProperty({ type: String, nullable: true }) replyBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;
  @ApiProperty({ type: String, nullable: true }) reply!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) upheld!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) repliedAt!: string | null;
  /** What an upheld one led to in the end; null: something is still to follow. */
  @ApiProperty({ enum: REMEDIES, type: String, nullable: true }) remedy!: string | null;
  @ApiProperty({ type: String, nullable: true }) remedyText!: string | null;
  /** What an upheld one to the result led to in each lot so far. */
  @ApiProperty({ type: [LotRemedyView] }) remedies!: LotRemedyView[];
  /** The lots in which it still has to lead to something. */
  @ApiProperty({ type: [Number] }) waitsFor!: number[];
  /** What a decision on a complaint ordered; null: a firm objected. */
  @ApiProperty({ enum: COMPLAINT_ORDERS, type: String, nullable: true }) ordered!: string | null;

  static of(this: void, row: ObjectionRecord, outcome?: OutcomeOfObjection): ObjectionView {
    const { id, lot, enterpriseName, text, filedAt, replyBy, citation, reply, upheld, repliedAt } =
      row;
    return {
      id,
      lot,
      enterpriseName,
      stage: row.stage ?? 'result',
      text,
      filedAt: formatInstant(filedAt),
      replyBy: instantOrNull(replyBy),
      citation,
      reply,
      upheld: upheld === null ? null : upheld === 1,
      repliedAt: instantOrNull(repliedAt),
      remedy: row.remedy,
      remedyText: row.remedyText,
      remedies: (outcome?.remedies ?? []).map(LotRemedyView.of),
      waitsFor: [...(outcome?.waitsFor ?? [])],
      ordered: row.ordered,
    };
  }
}

class OpenObjectionsView {
  /** How many wait for an answer; tender or award stand still while there is one. */
  @ApiProperty({ type: 'integer' }) open!: number;
}

/** Objections to the documents and to the published candidates. */
@ApiTags('objection')
@Controller()
export class ObjectionController {
  constructor(
    private readonly objections: ObjectToResult,
    private readonly documents: ObjectToDocuments,
    private readonly remedies: RemedyObjection,
    private readonly settle: SettleObjections,
    private readonly tenders: Tenders,
  ) {}

  @Get('public/tenders/:id/objections')
  @Public()
  @ApiOkResponse({ type: OpenObjectionsView })
  async openObjections(@Param('id') id: string): Promise<OpenObjectionsView> {
    await this.tenders.published(id);
    return { open: await this.objections.open(id) };
  }

  /** The tenderer and the supervisor see all, a firm its own. */
  @Get('tenders/:id/objections')
  @Needs('award.read')
  @ApiOkResponse({ type: [ObjectionView] })
  async listObjections(@Acting() actor: Actor, @Param('id') id: string): Promise<ObjectionView[]> {
    const rows = await this.objections.list(actor, id);
    const outcomes = await this.settle.outcomes(await this.tenders.published(id));
    return rows.map((row) => ObjectionView.of(row, outcomes.get(row.id)));
  }

  @Post('tenders/:id/objections')
  @Needs('sign_up.make')
  @ApiCreatedResponse({ type: ObjectionView })
  async fileObjection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: FileObjectionDto,
  ): Promise<ObjectionView> {
    const filed =
      body.stage === 'documents'
        ? await this.documents.file(actor, id, body.text)
        : await this.objections.file(actor, id, body.text, body.lot ?? null);
    return ObjectionView.of(filed);
  }

  @Post('objections/:id/answer')
  @HttpCode(204)
  @Needs('award.decide')
  async answerObjection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerObjectionDto,
  ): Promise<void> {
    await this.objections.answer(actor, id, body.text, body.upheld);
  }

  /** What an upheld objection to the result leads to: the next candidate, the same result, or none. */
  @Post('objections/:id/remedy')
  @HttpCode(204)
  @Needs('award.decide')
  async remedyObjection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { remedy, ground, text, lot, rank }: RemedyDto,
  ): Promise<void> {
    const wish = { remedy, ground: ground ?? null, text, rank: rank ?? null };
    await this.remedies.run(actor, id, lot ?? null, wish);
  }

  /** What such a remedy would change and the notice that would go out, before it is recorded. */
  @Get('objections/:id/remedy')
  @Needs('award.decide')
  @ApiOkResponse({ type: RemedyPreviewView })
  async previewRemedy(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { remedy, ground, lot, rank }: RemedyPreviewDto,
  ): Promise<RemedyPreviewView> {
    const wish = { remedy, ground: ground ?? null, rank: rank ?? null };
    return RemedyPreviewView.of(await this.remedies.preview(actor, id, lot ?? null, wish));
  }
}
