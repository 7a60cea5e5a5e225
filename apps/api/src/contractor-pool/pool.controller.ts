import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { standToPool } from '@core/contractor-pool';
import type { Actor } from '@core/identity';
import {
  AdmitMember,
  ApplyForPool,
  ContractorPools,
  PoolWorks,
  termsOf,
  type PoolMember,
} from '@server/contractor-pool';
import { eligibilityOf, Enterprises } from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { csvFile } from '../http/csv-file';
import { QueryNumber } from '../http/fields';
import { MadeView } from '../http/views';
import { PoolFairnessView } from './fairness.view';
import { PoolObjectionDto } from './pool.dto';
import { PoolMembershipView, PoolStandView, PoolView } from './pool.view';
import { ReadPool } from './read-pool';

class FairnessQueryDto {
  /** Without it all years. */
  @QueryNumber({ min: 2000, max: 2200, optional: true }) year?: number;
}

const DRAW_COLUMNS = ['date', 'tender', 'number', 'creditCode', 'name', 'won'] as const;

/** Pools of prequalified contractors: open to look at, open to apply all year. */
@ApiTags('contractor-pool')
@Controller()
export class PoolController {
  constructor(
    private readonly pools: ContractorPools,
    private readonly read: ReadPool,
    private readonly apply: ApplyForPool,
    private readonly admit: AdmitMember,
    private readonly works: PoolWorks,
    private readonly enterprises: Enterprises,
    private readonly clock: LegalClock,
  ) {}

  @Get('public/pools')
  @Public()
  @ApiOkResponse({ type: [PoolView] })
  async listPools(): Promise<PoolView[]> {
    return this.read.all();
  }

  @Get('public/pools/:id')
  @Public()
  @ApiOkResponse({ type: PoolView })
  async getPool(@Param('id') id: string): Promise<PoolView> {
    return this.read.one(id);
  }

  /** How evenly the pool's lotteries have fallen; whoever adds up the rows below comes to the same figures. */
  @Get('public/pools/:id/fairness')
  @Public()
  @ApiOkResponse({ type: PoolFairnessView })
  async poolFairness(
    @Param('id') id: string,
    @Query() { year }: FairnessQueryDto,
  ): Promise<PoolFairnessView> {
    return this.read.fairness(id, year === undefined ? null : String(year));
  }

  /** Every firm of every drawn lottery with its number and whether it won, for a spreadsheet. */
  @Get('public/pools/:id/draws.csv')
  @Public()
  @Header('access-control-allow-origin', '*')
  @ApiProduces('text/csv')
  async poolDraws(
    @Param('id') id: string,
    @Query() { year }: FairnessQueryDto,
  ): Promise<StreamableFile> {
    const { draws, tenders } = await this.read.drawn(id, year === undefined ? null : String(year));
    const lines = draws.flatMap(({ tenderId, date, firms, winners }) =>
      firms.map(({ number, creditCode, name }) => {
        const won = winners.includes(creditCode) ? '1' : '0';
        return [date, tenders.get(tenderId)?.code ?? '', number, creditCode, name, won];
      }),
    );
    return csvFile(DRAW_COLUMNS, lines, `pool-draws-${year ?? 'all'}.csv`);
  }

  @Get('pools/mine')
  @Needs('pool.apply')
  @ApiOkResponse({ type: [PoolMembershipView] })
  async myPools(@Acting() actor: Actor): Promise<PoolMembershipView[]> {
    const views: PoolMembershipView[] = [];
    for (const member of await this.pools.membershipsOf(actor.organisationId)) {
      views.push(await this.own(member));
    }
    return views;
  }

  /** How the caller's own licences stand to the terms of a pool, before it applies. */
  @Get('pools/:id/stand')
  @Needs('pool.apply')
  @ApiOkResponse({ type: PoolStandView })
  async poolStand(@Acting() actor: Actor, @Param('id') id: string): Promise<PoolStandView> {
    const terms = termsOf(await this.pools.get(id));
    const firm = await this.enterprises.get(actor.organisationId);
    const { qualifications } = eligibilityOf(firm);
    return PoolStandView.of(standToPool(terms, qualifications, this.clock.now()));
  }

  @Post('pools/:id/applications')
  @Needs('pool.apply')
  @ApiCreatedResponse({ type: PoolMembershipView })
  async applyForPool(@Acting() actor: Actor, @Param('id') id: string): Promise<PoolMembershipView> {
    return this.own(await this.apply.run(actor, id));
  }

  /** Leaves the pool, or takes the application back. */
  @Post('pools/:id/leave')
  @HttpCode(200)
  @Needs('pool.apply')
  @ApiOkResponse({ type: PoolMembershipView })
  async leavePool(@Acting() actor: Actor, @Param('id') id: string): Promise<PoolMembershipView> {
    return this.own(await this.apply.leave(actor, id));
  }

  /** Objects to an admission while it is published. */
  @Post('pools/:id/members/:enterpriseId/objections')
  @Needs('pool.apply')
  @ApiCreatedResponse({ type: MadeView })
  async objectToAdmission(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
    @Body() body: PoolObjectionDto,
  ): Promise<MadeView> {
    const objection = await this.admit.object(actor, id, enterpriseId, body.text);
    return { id: objection.id };
  }

  private async own(member: PoolMember): Promise<PoolMembershipView> {
    const { trade } = await this.pools.get(member.poolId);
    const unfinished = await this.works.unfinished(trade, member.enterpriseId);
    const history = await this.pools.steps(member.id);
    return PoolMembershipView.of(member, this.clock.now(), unfinished.length, history);
  }
}
