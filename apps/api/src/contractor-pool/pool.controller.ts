import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { ContractorPools, KeepPool, type ContractorPool } from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { Acting, Needs, Public } from '../http/access';
import { Text } from '../http/fields';
import { PoolMembershipView, PoolMemberView, PoolView } from './pool.view';

class OpenPoolDto {
  /** The category of the tenders it serves. */
  @Text({ max: 40 }) trade!: string;
  @Text({ max: 120 }) name!: string;
  @Text({ max: 10_000 }) notice!: string;
}

/** Pools of prequalified contractors: open to look at, open to apply all year. */
@ApiTags('contractor-pool')
@Controller()
export class PoolController {
  constructor(
    private readonly pools: ContractorPools,
    private readonly keep: KeepPool,
    private readonly enterprises: Enterprises,
  ) {}

  @Get('public/pools')
  @Public()
  @ApiOkResponse({ type: [PoolView] })
  async listPools(): Promise<PoolView[]> {
    const views: PoolView[] = [];
    for (const pool of await this.pools.all()) views.push(await this.view(pool));
    return views;
  }

  @Get('public/pools/:id')
  @Public()
  @ApiOkResponse({ type: PoolView })
  async getPool(@Param('id') id: string): Promise<PoolView> {
    return this.view(await this.pools.get(id));
  }

  @Get('pools/mine')
  @Needs('pool.apply')
  @ApiOkResponse({ type: [PoolMembershipView] })
  async myPools(@Acting() actor: Actor): Promise<PoolMembershipView[]> {
    return (await this.pools.membershipsOf(actor.organisationId)).map(PoolMembershipView.of);
  }

  @Post('pools')
  @Needs('pool.admit')
  @ApiCreatedResponse({ type: PoolView })
  async openPool(@Acting() actor: Actor, @Body() body: OpenPoolDto): Promise<PoolView> {
    const { trade, name, notice } = body;
    return this.view(await this.keep.open(actor, { trade, name, notice }));
  }

  @Post('pools/:id/applications')
  @Needs('pool.apply')
  @ApiCreatedResponse({ type: PoolMembershipView })
  async applyForPool(@Acting() actor: Actor, @Param('id') id: string): Promise<PoolMembershipView> {
    return PoolMembershipView.of(await this.keep.apply(actor, id));
  }

  @Get('pools/:id/applications')
  @Needs('pool.admit')
  @ApiOkResponse({ type: [PoolMemberView] })
  async listPoolApplications(@Param('id') id: string): Promise<PoolMemberView[]> {
    return this.members(id, 'applied');
  }

  @Post('pools/:id/members/:enterpriseId/admit')
  @HttpCode(200)
  @Needs('pool.admit')
  @ApiOkResponse({ type: PoolMembershipView })
  async admitToPool(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('enterpriseId') enterpriseId: string,
  ): Promise<PoolMembershipView> {
    return PoolMembershipView.of(await this.keep.admit(actor, id, enterpriseId));
  }

  private async view(pool: ContractorPool): Promise<PoolView> {
    return PoolView.of(pool, await this.members(pool.id, 'admitted'));
  }

  private async members(poolId: string, state: string): Promise<PoolMemberView[]> {
    const members = (await this.pools.members(poolId)).filter((one) => one.state === state);
    const firms = await this.enterprises.byIds(members.map((one) => one.enterpriseId));
    return members.map((one) => PoolMemberView.of(one, firms.get(one.enterpriseId)));
  }
}
