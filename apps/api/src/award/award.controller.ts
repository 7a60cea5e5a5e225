import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { Awards, AwardTender, type Award, type Candidate, type Letter } from '@server/award';
import { DomainError, FileStore } from '@server/platform';
import { Print } from '@server/print';
import { Acting, Needs, Public } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { fenOrNull } from '../http/views';

class CandidateView {
  @ApiProperty() rank!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty() publishedAt!: string;

  static of(this: void, row: Candidate): CandidateView {
    const { rank, name } = row;
    return {
      rank,
      name,
      priceFen: fenOrNull(row.price),
      publishedAt: formatInstant(row.publishedAt),
    };
  }
}

class AwardView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty() awardedAt!: string;

  static of(this: void, row: Award): AwardView {
    const { name, price } = row;
    return { name, priceFen: fenOrNull(price), awardedAt: formatInstant(row.awardedAt) };
  }
}

class ResultView {
  @ApiProperty({ type: [CandidateView] }) candidates!: CandidateView[];
  @ApiProperty({ type: AwardView, nullable: true }) award!: AwardView | null;
}

class LetterView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty({ enum: ['award', 'result'] }) kind!: string;
  @ApiProperty() number!: string;
  @ApiProperty() ready!: boolean;
  @ApiProperty({ type: String, nullable: true }) fingerprint!: string | null;
  @ApiProperty() sentAt!: string;

  static of(this: void, row: Letter): LetterView {
    const { id, tenderId, kind, number, fingerprint } = row;
    return {
      id,
      tenderId,
      kind,
      number,
      fingerprint,
      ready: row.fileId !== null,
      sentAt: formatInstant(row.sentAt),
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
}

/** Candidates, award, letters, and the page a printed QR code leads to. */
@ApiTags('award')
@Controller()
export class AwardController {
  constructor(
    private readonly awards: Awards,
    private readonly awardTender: AwardTender,
    private readonly print: Print,
    private readonly files: FileStore,
  ) {}

  @Get('public/tenders/:id/result')
  @Public()
  @ApiOkResponse({ type: ResultView })
  async resultOfTender(@Param('id') id: string): Promise<ResultView> {
    const award = await this.awards.find(id);
    return {
      candidates: (await this.awards.candidates(id)).map(CandidateView.of),
      award: award ? AwardView.of(award) : null,
    };
  }

  @Post('tenders/:id/candidates')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: [CandidateView] })
  async publishCandidates(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<CandidateView[]> {
    return (await this.awardTender.publish(actor, id)).map(CandidateView.of);
  }

  @Post('tenders/:id/award')
  @HttpCode(200)
  @Needs('award.decide')
  @ApiOkResponse({ type: AwardView })
  async makeAward(@Acting() actor: Actor, @Param('id') id: string): Promise<AwardView> {
    return AwardView.of(await this.awardTender.award(actor, id));
  }

  @Get('letters/mine')
  @Needs('award.read')
  @ApiOkResponse({ type: [LetterView] })
  async myLetters(@Acting() actor: Actor): Promise<LetterView[]> {
    return (await this.awards.lettersTo(actor.organisationId)).map(LetterView.of);
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
    };
  }
}
