import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ENTERPRISE_STATES, type EnterpriseState } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { Enterprises, KeepEnterprise, RegisterEnterprise } from '@server/enterprise';
import { DomainError } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { OneOf } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { MadeView } from '../http/views';
import { AnswerDto, EditEnterpriseDto, RegisterEnterpriseDto } from './enterprise.dto';
import { EnterpriseView, PublicEnterpriseView } from './enterprise.view';

class EnterpriseQueryDto {
  @OneOf(ENTERPRISE_STATES) state!: EnterpriseState;
}

/** The county's one bidder register. */
@ApiTags('enterprise')
@Controller()
export class EnterpriseController {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly register: RegisterEnterprise,
    private readonly keep: KeepEnterprise,
  ) {}

  @Post('enterprises')
  @Public()
  @NoReplay()
  @ApiCreatedResponse({ type: MadeView })
  async registerEnterprise(@Body() body: RegisterEnterpriseDto): Promise<MadeView> {
    return { id: await this.register.run(body) };
  }

  @Get('enterprises/mine')
  @Needs('enterprise.edit')
  @ApiOkResponse({ type: EnterpriseView })
  async myEnterprise(@Acting() actor: Actor): Promise<EnterpriseView> {
    return EnterpriseView.of(await this.enterprises.get(actor.organisationId));
  }

  @Put('enterprises/mine')
  @HttpCode(204)
  @Needs('enterprise.edit')
  async editMyEnterprise(@Acting() actor: Actor, @Body() body: EditEnterpriseDto): Promise<void> {
    await this.keep.edit(actor, EditEnterpriseDto.toEdit(body));
  }

  @Post('enterprises/mine/submit')
  @HttpCode(204)
  @Needs('enterprise.edit')
  async submitMyEnterprise(@Acting() actor: Actor): Promise<void> {
    await this.keep.submit(actor);
  }

  @Get('enterprises')
  @Needs('enterprise.verify')
  @ApiOkResponse({ type: [EnterpriseView] })
  async listEnterprises(@Query() query: EnterpriseQueryDto): Promise<EnterpriseView[]> {
    return (await this.enterprises.inState(query.state)).map(EnterpriseView.of);
  }

  @Post('enterprises/:id/answer')
  @HttpCode(204)
  @Needs('enterprise.verify')
  async answerEnterprise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: AnswerDto,
  ): Promise<void> {
    await this.keep.answer(actor, id, body.missing);
  }

  @Get('public/enterprises/:creditCode')
  @Public()
  @ApiOkResponse({ type: PublicEnterpriseView })
  async publicEnterprise(@Param('creditCode') creditCode: string): Promise<PublicEnterpriseView> {
    const row = await this.enterprises.byCreditCode(creditCode);
    if (row?.verifiedAt == null) throw new DomainError('enterprise.not_found');
    return PublicEnterpriseView.of(row);
  }
}
