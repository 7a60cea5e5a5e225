import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import {
  AdmitMember,
  ContractorPools,
  OpenPool,
  PoolFairness,
  ReviewMember,
  SuperviseMember,
  type PoolMember,
} from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { PoolWatchView } from './fairness.view';
import {
  AnswerPoolObjectionDto,
  OpenPoolDto,
  PoolDecisionDto,
  ReturnApplicationDto,
  ReviewMemberDto,
} from './pool.dto';
import { PoolMemberView, PoolView } from './pool.view';
import { PoolDeskMemberView } from './pool-desk.view';
import { ReadPool } from './read-pool';

/** The desk of a pool: the centre checks, publishes and reviews; the authority suspends and removes. */
@ApiTags('contractor-pool')
@Controller('pools')
export class PoolDeskController {
  constructor(
    private readonly pools: ContractorPools,
    private readonly read: ReadPool,
    private readonly open: OpenPool,
    private readonly admit: AdmitMember,
    private readonly review: ReviewMember,
    private readonly supervise: SuperviseMember,
    private readonly fairness: PoolFairness,
    private readonly enterprises: Enterprises,
    private readonly clock: LegalClock,
  ) {}

  @Post()
  @Needs('pool.admit')
  @ApiCreatedResponse({ type: PoolView })
  async openPool(@Acting() actor: Actor, @Body() body: OpenPoolDto): Promise<PoolView> {
    return this.read.view(await this.open.run(actor, OpenPoolDto.toPool(body)));
  }

  /** Every membership of a pool with what a review of it looks at, the oldest application first. */
  @Get(':id/desk')
  @Needs('pool.read')
  @ApiOkResponse({ type: [PoolDeskMemberView] })
  async poolDesk(@Param('id') id: string): Promise<PoolDeskMemberView[]> {
    const pool = await this.pools.get(id);
    const members = await this.pools.members(pool.id);
    const objections = await this.pools.objections(pool.id);
    const firms = await this.enterprises.byIds([
      ...members.map((one) => one.enterpriseId),
      ...objections.map((one) => one.enterpriseId),
    ]);
    const now = this.clock.now();
    const views: PoolDeskMemberView[] = [];
    for (const member of members) {
      const facts = await this.review.facts(member);
      const own = objections.filter(({ memberId }) => memberId === member.id);
      const history = await this.pools.steps(member.id);
      views.push(PoolDeskMemberView.from(member, firms, facts, own, history, now));
    }
    return views;
  }

  /** Returns an application with everything that is missing, once. */
  @Post(':id/members/:enterpriseId/return')
  @HttpCode(200)
  @Needs('pool.admit')
  @ApiOkResponse({ type: PoolMemberView })
  async returnApplication(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
    @Body() body: ReturnApplicationDto,
  ): Promise<PoolMemberView> {
    return this.member(await this.admit.sendBack(actor, id, enterpriseId, body.missing));
  }

  /** Publishes an admission; it takes effect by itself when the publication is over. */
  @Post(':id/members/:enterpriseId/publish')
  @HttpCode(200)
  @Needs('pool.admit')
  @ApiOkResponse({ type: PoolMemberView })
  async publishAdmission(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
  ): Promise<PoolMemberView> {
    return this.member(await this.admit.publish(actor, id, enterpriseId));
  }

  /** Records a yearly review. */
  @Post(':id/members/:enterpriseId/review')
  @HttpCode(200)
  @Needs('pool.admit')
  @ApiOkResponse({ type: PoolMemberView })
  async reviewMember(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
    @Body() body: ReviewMemberDto,
  ): Promise<PoolMemberView> {
    return this.member(await this.review.run(actor, id, enterpriseId, body));
  }

  /** Answers an objection to an admission. */
  @Post('objections/:id/answer')
  @HttpCode(200)
  @Needs('pool.admit')
  @ApiOkResponse({ type: PoolMemberView })
  async answerPoolObjection(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerPoolObjectionDto,
  ): Promise<PoolMemberView> {
    return this.member(await this.admit.answer(actor, id, body.reply, body.upheld));
  }

  /** Suspends, removes or takes back a member. */
  @Post(':id/members/:enterpriseId/decisions')
  @HttpCode(200)
  @Needs('pool.supervise')
  @ApiOkResponse({ type: PoolMemberView })
  async decideMember(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
    @Body() body: PoolDecisionDto,
  ): Promise<PoolMemberView> {
    const decision = PoolDecisionDto.toDecision(body);
    return this.member(await this.supervise.decide(actor, id, enterpriseId, decision));
  }

  /** Firms whose wins a supervisor should look at: leads, no findings. */
  @Get(':id/watch')
  @Needs('pool.supervise')
  @ApiOkResponse({ type: [PoolWatchView] })
  async poolWatch(@Param('id') id: string): Promise<PoolWatchView[]> {
    const pool = await this.pools.get(id);
    const report = await this.fairness.report(pool.id, null);
    return PoolWatchView.of(report, await this.fairness.draws(pool.id, null));
  }

  private async member(row: PoolMember): Promise<PoolMemberView> {
    const firm = await this.enterprises.get(row.enterpriseId);
    return PoolMemberView.of(row, firm, this.clock.now());
  }
}
