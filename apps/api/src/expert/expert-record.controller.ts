import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { KeepExperts, SuperviseExperts } from '@server/expert';
import { Acting, Needs } from '../http/access';
import {
  CorrectRecusalsDto,
  DecideExpertDto,
  PauseExpertDto,
  RemoveExpertDto,
  ReviewExpertDto,
  TrainExpertDto,
  WarnExpertDto,
} from './expert.dto';

/** What is done with who is in the pool: the keeper records and reviews, the authority decides. */
@ApiTags('expert')
@Controller('expert-pool/experts/:id')
export class ExpertRecordController {
  constructor(
    private readonly keep: KeepExperts,
    private readonly supervise: SuperviseExperts,
  ) {}

  /** Records a training or a test. */
  @Post('trainings')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async trainExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: TrainExpertDto,
  ): Promise<void> {
    await this.keep.train(actor, id, TrainExpertDto.toFacts(body));
  }

  @Post('warnings')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async warnExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: WarnExpertDto,
  ): Promise<void> {
    await this.keep.warn(actor, id, body.reason);
  }

  /** Records a yearly review. */
  @Post('reviews')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async reviewExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReviewExpertDto,
  ): Promise<void> {
    await this.keep.review(actor, id, body);
  }

  /** Gives another term. */
  @Post('renewals')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async renewExpert(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.keep.renew(actor, id);
  }

  @Post('pause')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async pauseExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: PauseExpertDto,
  ): Promise<void> {
    await this.keep.pause(actor, id, PauseExpertDto.toFacts(body), 'keeper');
  }

  @Post('resume')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async resumeExpert(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.keep.resume(actor, id, 'keeper');
  }

  /** Puts the list of firms to keep away from right. */
  @Post('recusals')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async correctRecusals(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: CorrectRecusalsDto,
  ): Promise<void> {
    await this.keep.correctRecusals(actor, id, body.recusals, body.reason);
  }

  /** Lets an expert go on a fact. */
  @Post('removal')
  @HttpCode(204)
  @Needs('expert_pool.keep')
  async removeExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: RemoveExpertDto,
  ): Promise<void> {
    await this.keep.remove(actor, id, body.ground, body.reason);
  }

  /** Bans, lifts, removes or takes back: a supervising authority only. */
  @Post('decisions')
  @HttpCode(204)
  @Needs('expert_pool.supervise')
  async decideExpert(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: DecideExpertDto,
  ): Promise<void> {
    await this.supervise.decide(actor, id, DecideExpertDto.toFacts(body));
  }
}
