import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { AskBidder, ReadLetters } from '@server/evaluation';
import { Acting, Needs } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { AnswerLetterDto } from './evaluation.dto';
import { NamedLetterView, PanelLetterView } from './evaluation.view';

/** What panels ask a bidder, in its workspace; and for those who supervise. */
@ApiTags('evaluation')
@Controller()
export class PanelLetterController {
  constructor(
    private readonly letters: AskBidder,
    private readonly read: ReadLetters,
  ) {}

  @Get('panel-letters/mine')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [PanelLetterView] })
  async myPanelLetters(@Acting() actor: Actor): Promise<PanelLetterView[]> {
    return (await this.read.received(actor)).map(PanelLetterView.of);
  }

  @Post('panel-letters/:id/answer')
  @HttpCode(204)
  @Needs('bid.submit')
  async answerPanel(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { answer, fileId }: AnswerLetterDto,
  ): Promise<void> {
    await this.letters.answer(actor, id, answer, fileId ?? null);
  }

  /** What came with an answer: for the bidder, the panel, and the supervisor once the candidates are published. */
  @Get('panel-letters/:id/evidence')
  @Needs('panel_letter.read')
  @ApiProduces('application/octet-stream')
  async letterEvidence(@Acting() actor: Actor, @Param('id') id: string): Promise<RangedFile> {
    return new RangedFile(await this.read.evidence(actor, id));
  }

  /** All letters of a tender, for the supervisor once the candidates are published. */
  @Get('tenders/:id/panel-letters')
  @Needs('panel_letter.read')
  @ApiOkResponse({ type: [NamedLetterView] })
  async lettersOfTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<NamedLetterView[]> {
    return (await this.read.ofTender(actor, id)).map(NamedLetterView.ofNamed);
  }
}
