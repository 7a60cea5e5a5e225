import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { judge, legalDate, ruleFor } from '@core/rules';
import { runsTender } from '@core/tender';
import { CallFromPool, ContractorPools } from '@server/contractor-pool';
import { Arrival, DomainError, RuleSets } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { Id } from '../http/fields';
import { FindingView } from '../http/views';

class ChoosePoolDto {
  /** Without it the tender is called to everybody. */
  @Id({ optional: true }) poolId?: string;
}

class CalledPoolView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}

/** The pool a tender is called from, with what the law says of that. */
export class PoolCallView {
  @ApiProperty({ type: CalledPoolView, nullable: true }) pool!: CalledPoolView | null;
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
}

/** Tenders that are called among the members of a pool. */
@ApiTags('contractor-pool')
@Controller()
export class PoolCallController {
  constructor(
    private readonly tenders: Tenders,
    private readonly pools: ContractorPools,
    private readonly call: CallFromPool,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  @Get('public/tenders/:id/pool')
  @Public()
  @ApiOkResponse({ type: PoolCallView })
  async poolOfTender(@Param('id') id: string): Promise<PoolCallView> {
    return this.view(await this.tenders.published(id));
  }

  /** The pool a draft is called from, for those who run it. */
  @Get('tenders/:id/pool')
  @Needs('tender.edit')
  @ApiOkResponse({ type: PoolCallView })
  async poolOfDraft(@Acting() actor: Actor, @Param('id') id: string): Promise<PoolCallView> {
    const tender = await this.tenders.get(id);
    if (!runsTender(actor, tender)) throw new DomainError('tender.not_found');
    return this.view(tender);
  }

  /** The tenderer names the pool a draft by reasonable low price is called from, or none. */
  @Put('tenders/:id/pool')
  @Needs('tender.edit')
  @ApiOkResponse({ type: PoolCallView })
  async choosePool(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { poolId }: ChoosePoolDto,
  ): Promise<PoolCallView> {
    await this.call.choose(actor, id, poolId ?? null);
    return this.view(await this.tenders.get(id));
  }

  private async view(tender: TenderRow): Promise<PoolCallView> {
    const { id, regime, method, category } = tender;
    const on = legalDate(this.arrival.at());
    const pool =
      method === 'lottery' ? await this.pools.ofTrade(category) : await this.pools.calledBy(id);
    if (!pool) return { pool: null, findings: [] };
    const rule = ruleFor(this.ruleSets.of(tender), 'no-designated-pool', regime, on);
    return {
      pool: { id: pool.id, name: pool.name },
      findings: rule ? [FindingView.of(judge(rule, true, { voluntary: true }))] : [],
    };
  }
}
