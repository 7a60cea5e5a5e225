import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { parseInstant } from '@core/kernel';
import { DecideComplaint, HandleComplaint, PauseComplaint } from '@server/complaint';
import { Acting, Needs } from '../http/access';
import {
  AnswerWithdrawalDto,
  AskCorrectionDto,
  DecideComplaintDto,
  RefuseComplaintDto,
  SaidDto,
  StopClockDto,
} from './complaint.dto';

/** What the supervising authority alone does with a complaint. */
@ApiTags('complaint')
@Controller('complaints/:id')
export class ComplaintDeskController {
  constructor(
    private readonly handling: HandleComplaint,
    private readonly pauses: PauseComplaint,
    private readonly deciding: DecideComplaint,
  ) {}

  @Post('correction-request')
  @HttpCode(204)
  @Needs('complaint.decide')
  async askComplaintCorrection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { lacking, correctBy }: AskCorrectionDto,
  ): Promise<void> {
    await this.handling.askCorrection(actor, id, {
      lacking,
      correctBy: parseInstant(correctBy) ?? 0,
    });
  }

  @Post('acceptance')
  @HttpCode(204)
  @Needs('complaint.decide')
  async acceptComplaint(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.handling.accept(actor, id);
  }

  @Post('refusal')
  @HttpCode(204)
  @Needs('complaint.decide')
  async refuseComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { ground, text }: RefuseComplaintDto,
  ): Promise<void> {
    await this.handling.notAccept(actor, id, { ground: ground ?? null, text });
  }

  /** Tells the firm which authority is competent. */
  @Post('transfer')
  @HttpCode(204)
  @Needs('complaint.decide')
  async transferComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { text }: SaidDto,
  ): Promise<void> {
    await this.handling.transfer(actor, id, text);
  }

  @Post('stop')
  @HttpCode(204)
  @Needs('complaint.decide')
  async stopComplaintClock(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { reason, text, fileIds = [] }: StopClockDto,
  ): Promise<void> {
    await this.pauses.stop(actor, id, reason, text, fileIds);
  }

  @Post('continue')
  @HttpCode(204)
  @Needs('complaint.decide')
  async continueComplaintClock(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.pauses.goOn(actor, id);
  }

  /** Suspends the procedure: no bids, no award, no contract. */
  @Post('suspension')
  @HttpCode(204)
  @Needs('complaint.decide')
  async suspendForComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { text }: SaidDto,
  ): Promise<void> {
    await this.pauses.suspend(actor, id, text);
  }

  @Post('resumption')
  @HttpCode(204)
  @Needs('complaint.decide')
  async resumeAfterComplaint(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.pauses.resume(actor, id);
  }

  @Post('withdrawal-answer')
  @HttpCode(204)
  @Needs('complaint.decide')
  async answerComplaintWithdrawal(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { granted, text }: AnswerWithdrawalDto,
  ): Promise<void> {
    await this.handling.answerWithdrawal(actor, id, granted, text);
  }

  @Post('decision')
  @HttpCode(204)
  @Needs('complaint.decide')
  async decideComplaint(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { outcome, findings, basis, order }: DecideComplaintDto,
  ): Promise<void> {
    await this.deciding.run(actor, id, { outcome, findings, basis, order: order ?? null });
  }
}
