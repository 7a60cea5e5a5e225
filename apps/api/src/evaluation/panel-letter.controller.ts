import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { AskBidder } from '@server/evaluation';
import { Acting, Needs } from '../http/access';
import { AnswerLetterDto } from './evaluation.dto';
import { PanelLetterView } from './evaluation.view';

/** What panels ask a bidder, in its workspace. */
@ApiTags('evaluation')
@Controller('panel-letters')
export class PanelLetterController {
  constructor(private readonly letters: AskBidder) {}

  @Get('mine')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [PanelLetterView] })
  async myPanelLetters(@Acting() actor: Actor): Promise<PanelLetterView[]> {
    return (await this.letters.received(actor)).map(PanelLetterView.of);
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Needs('bid.submit')
  async answerPanel(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { answer, fileId }: AnswerLetterDto,
  ): Promise<void> {
    await this.letters.answer(actor, id, answer, fileId ?? null);
  }
}
