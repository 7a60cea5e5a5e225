import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant, parseInstant } from '@core/kernel';
import {
  Clarifications,
  ClarifyTender,
  type Clarification,
  type Question,
} from '@server/clarification';
import { Tenders } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { Id, ListOf, OneOf, Text, Texts, UtcInstant, YesNo } from '../http/fields';
import { DOCUMENT_KINDS } from '../tender/tender.dto';
import { FindingView, instantOrNull, MadeView } from '../http/views';

const LONGEST = 8000;

class AskDto {
  @Text({ max: 2000 }) text!: string;
}

class AnswerQuestionDto {
  @Text({ max: LONGEST }) text!: string;
}

class NewDocumentDto {
  @Id() fileId!: string;
  @OneOf(DOCUMENT_KINDS) kind!: string;
  @Text({ max: 200 }) title!: string;
  /** The document whose place it takes. */
  @Id({ optional: true }) replacesId?: string;
}

class ClarifyDto {
  @Text({ max: LONGEST }) text!: string;
  /** Whether it may change how bids are prepared. */
  @YesNo() affectsPreparation!: boolean;
  /** The new deadline; left out: the soonest lawful one. */
  @UtcInstant({ optional: true }) deadline?: string;
  /** Files that come with it: new documents, or new versions. */
  @ListOf(() => NewDocumentDto, { max: 50, optional: true }) documents?: NewDocumentDto[];
  /** The upheld objections to the documents that it corrects. */
  @Texts({ max: 50, length: 36, optional: true }) corrects?: string[];
}

class AdviceQueryDto {
  @OneOf(['true', 'false']) affectsPreparation!: string;
}

class QuestionView {
  @ApiProperty() id!: string;
  @ApiProperty() text!: string;
  @ApiProperty() askedAt!: string;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;

  static of(this: void, row: Question): QuestionView {
    const { id, text, askedAt, answer, answeredAt } = row;
    return {
      id,
      text,
      askedAt: formatInstant(askedAt),
      answer,
      answeredAt: instantOrNull(answeredAt),
    };
  }
}

class ClarificationView {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty() text!: string;
  @ApiProperty() affectsPreparation!: boolean;
  @ApiProperty() previousDeadline!: string;
  @ApiProperty() deadline!: string;
  @ApiProperty() moved!: boolean;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;
  @ApiProperty() publishedAt!: string;

  static of(this: void, row: Clarification): ClarificationView {
    const { number, text, affectsPreparation, previousDeadline, deadline, citation } = row;
    return {
      number,
      text,
      affectsPreparation: affectsPreparation === 1,
      previousDeadline: formatInstant(previousDeadline),
      deadline: formatInstant(deadline),
      moved: deadline !== previousDeadline,
      citation,
      publishedAt: formatInstant(row.publishedAt),
    };
  }
}

class ClarificationAdviceView {
  @ApiProperty() deadline!: string;
  @ApiProperty({ type: FindingView, nullable: true }) finding!: FindingView | null;
}

/** Questions about the documents, their answers, and clarifications. */
@ApiTags('clarification')
@Controller()
export class ClarificationController {
  constructor(
    private readonly clarify: ClarifyTender,
    private readonly clarifications: Clarifications,
    private readonly tenders: Tenders,
  ) {}

  /** Answered questions, without their askers. */
  @Get('public/tenders/:id/questions')
  @Public()
  @ApiOkResponse({ type: [QuestionView] })
  async publicQuestions(@Param('id') id: string): Promise<QuestionView[]> {
    await this.tenders.published(id);
    return (await this.clarifications.answered(id)).map(QuestionView.of);
  }

  @Get('public/tenders/:id/clarifications')
  @Public()
  @ApiOkResponse({ type: [ClarificationView] })
  async publicClarifications(@Param('id') id: string): Promise<ClarificationView[]> {
    await this.tenders.published(id);
    return (await this.clarifications.ofTender(id)).map(ClarificationView.of);
  }

  @Post('tenders/:id/questions')
  @Needs('sign_up.make')
  @ApiCreatedResponse({ type: MadeView })
  async askQuestion(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AskDto,
  ): Promise<MadeView> {
    return { id: await this.clarify.ask(actor, id, body.text) };
  }

  /** Every question to the tenderer's own tender; who asked is not among it. */
  @Get('tenders/:id/questions')
  @Needs('tender.edit')
  @ApiOkResponse({ type: [QuestionView] })
  async listQuestions(@Acting() actor: Actor, @Param('id') id: string): Promise<QuestionView[]> {
    return (await this.clarify.questions(actor, id)).map(QuestionView.of);
  }

  @Post('tenders/:id/questions/:questionId/answer')
  @HttpCode(204)
  @Needs('tender.edit')
  async answerQuestion(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Body() body: AnswerQuestionDto,
  ): Promise<void> {
    await this.clarify.answer(actor, id, questionId, body.text);
  }

  /** What a clarification now would do to the deadline. */
  @Get('tenders/:id/clarifications/advice')
  @Needs('tender.edit')
  @ApiOkResponse({ type: ClarificationAdviceView })
  async adviseClarification(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() query: AdviceQueryDto,
  ): Promise<ClarificationAdviceView> {
    const affects = query.affectsPreparation === 'true';
    const { deadline, finding } = await this.clarify.advise(actor, id, affects);
    return { deadline: formatInstant(deadline), finding: finding && FindingView.of(finding) };
  }

  @Post('tenders/:id/clarifications')
  @Needs('tender.edit')
  @ApiCreatedResponse({ type: ClarificationView })
  async publishClarification(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ClarifyDto,
  ): Promise<ClarificationView> {
    const { text, affectsPreparation, deadline } = body;
    const wish = {
      text,
      affectsPreparation,
      deadline: deadline === undefined ? null : parseInstant(deadline),
    };
    const documents = (body.documents ?? []).map(({ fileId, kind, title, replacesId }) => ({
      fileId,
      kind,
      title,
      replacesId: replacesId ?? null,
    }));
    const corrects = body.corrects ?? [];
    return ClarificationView.of(await this.clarify.publish(actor, id, wish, documents, corrects));
  }

  /** What this bidder has not seen yet: no bid before it is. */
  @Get('tenders/:id/clarifications/unseen')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [ClarificationView] })
  async unseenClarifications(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ClarificationView[]> {
    const rows = await this.clarifications.unseen(id, actor.organisationId);
    return rows.map(ClarificationView.of);
  }

  @Post('tenders/:id/clarifications/:number/seen')
  @HttpCode(204)
  @Needs('bid.submit')
  async seeClarification(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<void> {
    await this.clarify.see(actor, id, number);
  }
}
