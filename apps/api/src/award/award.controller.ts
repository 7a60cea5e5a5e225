import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { isApart } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { fen, formatInstant } from '@core/kernel';
import {
  DECISION_WAYS,
  LONGEST_REASON,
  MOST_MEMBERS,
  PASS_OVER_GROUNDS,
  type DecisionWay,
} from '@core/tender';
import {
  Awards,
  AwardTender,
  ChooseDirectly,
  DecideApart,
  type Candidate,
  type DecisionRecord,
  type Letter,
  type Awarded,
} from '@server/award';
import { DomainError, FileStore } from '@server/platform';
import { Print } from '@server/print';
import { Tenders, type TenderRow } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { FenText, Id, ListOf, OneOf, QueryNumber, Text, WholeNumber } from '../http/fields';
import { RangedFile } from '../http/ranged-file';
import { fenOrNull, instantOrNull } from '../http/views';

/** Printed documents that say what an award is. */
const LETTERS: ReadonlySet<string> = new Set(['award_letter', 'result_letter']);

class DirectChoiceDto {
  @Text({ min: 18, max: 18 }) creditCode!: string;
  @FenText() priceFen!: string;
  @Text({ max: 500 }) reason!: string;
}

class CommitteeMemberDto {
  @Text({ max: 60 }) name!: string;
  @Text({ max: 120 }) post!: string;
  /** The number of the candidate the member votes for; left out where nobody votes. */
  @WholeNumber({ min: 1, max: 999, optional: true }) choice?: number;
}

class AwardDecisionDto {
  @WholeNumber({ min: 1, max: 999 }) lot!: number;
  @OneOf(DECISION_WAYS) way!: DecisionWay;
  @ListOf(() => CommitteeMemberDto, { max: MOST_MEMBERS }) members!: CommitteeMemberDto[];
  /** The number of the candidate agreed on; left out where it is voted. */
  @WholeNumber({ min: 1, max: 999, optional: true }) agreed?: number;
  @Text({ max: LONGEST_REASON }) reason!: string;
  /** The signed minutes, uploaded before. */
  @Id() fileId!: string;
}

class CommitteeMemberView {
  @ApiProperty() name!: string;
  @ApiProperty() post!: string;
  @ApiProperty({ type: Number, nullable: true }) choice!: number | null;
}

/** What a committee decided, with who voted how. */
class AwardDecisionView {
  @ApiProperty() id!: string;
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: DECISION_WAYS }) way!: DecisionWay;
  @ApiProperty({ type: [CommitteeMemberView] }) members!: CommitteeMemberView[];
  @ApiProperty() candidateId!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() decidedAt!: string;

  static of(this: void, row: DecisionRecord): AwardDecisionView {
    const { id, lot, way, members, candidateId, reason, decidedAt } = row;
    return {
      id,
      lot,
      way,
      members: members.map((one) => ({ ...one })),
      candidateId,
      reason,
      decidedAt: formatInstant(decidedAt),
    };
  }
}

class CandidateView {
  @ApiProperty() id!: string;
  @ApiProperty() lot!: number;
  /** The number under which the candidate is listed in the lot. */
  @ApiProperty() number!: number;
  /** Null where the panel does not rank its candidates. */
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty() publishedAt!: string;
  /** On what ground of law the candidate was left out after an upheld objection; null: it was not. */
  @ApiProperty({ enum: PASS_OVER_GROUNDS, type: String, nullable: true })
  passedOver!: string | null;

  static of(row: Candidate, { plan }: Pick<TenderRow, 'plan'>): CandidateView {
    const { id, lot, rank, name } = row;
    return {
      id,
      lot,
      number: rank,
      rank: isApart(plan) ? null : rank,
      name,
      priceFen: fenOrNull(row.price),
      publishedAt: formatInstant(row.publishedAt),
      passedOver: row.passedOverGround,
    };
  }
}

class AwardView {
  @ApiProperty() lot!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty() awardedAt!: string;

  static of(this: void, row: Awarded): AwardView {
    const { lot, name, price } = row;
    return { lot, name, priceFen: fenOrNull(price), awardedAt: formatInstant(row.awardedAt) };
  }
}

class AwardQueryDto {
  @QueryNumber({ min: 1, max: 999, optional: true }) lot?: number;
}

/** The first award made by one act, and all of them. */
class AwardedView extends AwardView {
  @ApiProperty({ type: [AwardView] }) awards!: AwardView[];
}

class ResultView {
  @ApiProperty({ type: [CandidateView] }) candidates!: CandidateView[];
  /** By lot; empty while nothing is awarded. */
  @ApiProperty({ type: [AwardView] }) awards!: AwardView[];
  /** The first of them, for a tender of one lot. */
  @ApiProperty({ type: AwardView, nullable: true }) award!: AwardView | null;
}

class LetterView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: ['award', 'result'] }) kind!: string;
  @ApiProperty() number!: string;
  @ApiProperty() ready!: boolean;
  @ApiProperty({ type: String, nullable: true }) fingerprint!: string | null;
  @ApiProperty() sentAt!: string;
  /** When its award became void; null: it is in force. */
  @ApiProperty({ type: String, nullable: true }) voidedAt!: string | null;

  static of(this: void, row: Letter, tenderTitle: string): LetterView {
    const { id, tenderId, lot, kind, number, fingerprint } = row;
    return {
      id,
      tenderId,
      tenderTitle,
      lot,
      kind,
      number,
      fingerprint,
      ready: row.fileId !== null,
      sentAt: formatInstant(row.sentAt),
      voidedAt: instantOrNull(row.voidedAt),
    };
  }
}

class PrintedView {
  @ApiProperty() fingerprint!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() title!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ type: String, nullable: true }) tenderId!: string | null;
  @ApiProperty() producedAt!: string;
  /** Whether what it says still holds: a letter whose award became void does not. */
  @ApiProperty() inForce!: boolean;
}

/** Candidates, award, letters, and the page a printed QR code leads to. */
@ApiTags('award')
@Controller()
export class AwardController {
  constructor(
    private readonly awards: Awards,
    private readonly awardTender: AwardTender,
    private readonly direct: ChooseDirectly,
    private readonly apart: DecideApart,
    private readonly tenders: Tenders,
    private readonly print: Print,
    private readonly files: FileStore,
  ) {}

  @Get('public/tenders/:id/result')
  @Public()
  @ApiOkResponse({ type: ResultView })
  async resultOfTender(@Param('id') id: string): Promise<ResultView> {
    const awards = (await this.awards.ofTender(id)).map(AwardView.of);
    const candidates = await this.awards.candidates(id);
    return {
      candidates: candidates.length === 0 ? [] : await this.shown(id, candidates),
      awards,
      award: awards[0] ?? null,
    };
  }

  /** Chooses the firm of a small purchase, where the place's own document leaves it open. */
  @Post('tenders/:id/direct-choice')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: [CandidateView] })
  async chooseDirectly(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { creditCode, priceFen, reason }: DirectChoiceDto,
  ): Promise<CandidateView[]> {
    const wish = { creditCode, price: fen(Number(priceFen)), reason };
    return this.shown(id, await this.direct.run(actor, id, wish));
  }

  @Post('tenders/:id/candidates')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: [CandidateView] })
  async publishCandidates(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<CandidateView[]> {
    return this.shown(id, await this.awardTender.publish(actor, id));
  }

  /** Awards one lot, or every lot that waits for it. */
  @Post('tenders/:id/award')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: AwardedView })
  async makeAward(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() { lot }: AwardQueryDto,
  ): Promise<AwardedView> {
    const awards = (await this.awardTender.award(actor, id, lot ?? null)).map(AwardView.of);
    const [first] = awards;
    if (!first) throw new DomainError('tender.not_found');
    return { ...first, awards };
  }

  /** Records what the tenderer's committee decided of a lot whose candidates are not ranked, and awards it. */
  @Post('tenders/:id/award-decisions')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: AwardView })
  async decideAward(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { members, agreed, ...rest }: AwardDecisionDto,
  ): Promise<AwardView> {
    const wish = {
      ...rest,
      agreed: agreed ?? null,
      members: members.map(({ name, post, choice }) => ({ name, post, choice: choice ?? null })),
    };
    return AwardView.of(await this.apart.run(actor, id, wish));
  }

  @Get('tenders/:id/award-decisions')
  @Needs('award.read')
  @ApiOkResponse({ type: [AwardDecisionView] })
  async awardDecisions(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<AwardDecisionView[]> {
    return (await this.apart.decisions(actor, id)).map(AwardDecisionView.of);
  }

  @Get('tenders/:id/award-decisions/:decision/minutes')
  @Needs('award.read')
  @ApiProduces('application/octet-stream')
  async decisionMinutes(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('decision') decision: string,
  ): Promise<RangedFile> {
    return new RangedFile(
      await this.files.get(await this.apart.minutes(actor, id, decision)),
      'attachment',
    );
  }

  @Get('letters/mine')
  @Needs('award.read')
  @ApiOkResponse({ type: [LetterView] })
  async myLetters(@Acting() actor: Actor): Promise<LetterView[]> {
    const letters = await this.awards.lettersTo(actor.organisationId);
    const tenders = await this.tenders.byIds(letters.map(({ tenderId }) => tenderId));
    const titles = new Map(tenders.map(({ id, title }) => [id, title]));
    return letters.map((one) => LetterView.of(one, titles.get(one.tenderId) ?? ''));
  }

  @Get('letters/:id/file')
  @Needs('award.read')
  @ApiProduces('application/pdf')
  async downloadLetter(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    const letter = await this.awards.letter(id);
    if (letter.enterpriseId !== actor.organisationId || letter.fileId === null) {
      throw new DomainError('award.letter_not_found');
    }
    return new RangedFile(await this.files.get(letter.fileId), 'inline');
  }

  /** What a printed document's QR code asks: is there a document with this fingerprint, and which? */
  @Get('public/printed/:fingerprint')
  @Public()
  @ApiOkResponse({ type: PrintedView })
  async printedDocument(@Param('fingerprint') fingerprint: string): Promise<PrintedView> {
    const row = await this.print.find(fingerprint);
    if (!row) throw new DomainError('request.not_found');
    const { kind, title, number, tenderId } = row;
    return {
      fingerprint,
      kind,
      title,
      number,
      tenderId,
      producedAt: formatInstant(row.producedAt),
      inForce: LETTERS.has(kind) ? await this.awards.isInForce(fingerprint) : true,
    };
  }

  private async shown(id: string, candidates: readonly Candidate[]): Promise<CandidateView[]> {
    const tender = await this.tenders.get(id);
    return candidates.map((one) => CandidateView.of(one, tender));
  }
}
