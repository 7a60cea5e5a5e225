import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ENTERPRISE_STATES, type EnterpriseState } from '@core/enterprise';
import type { Actor } from '@core/identity';
import {
  Enterprises,
  KeepEnterprise,
  PrintRegister,
  ReadRegister,
  RegisterEnterprise,
} from '@server/enterprise';
import { LegalClock } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { OneOf, Text } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';
import { RangedFile } from '../http/ranged-file';
import { MadeView } from '../http/views';
import { EditEnterpriseDto, RegisterEnterpriseDto } from './enterprise.dto';
import {
  EnterpriseCardView,
  EnterprisePageView,
  EnterpriseView,
  PublicEnterpriseView,
} from './enterprise.view';

const PAGE = 30;

class EnterpriseQueryDto {
  @OneOf(ENTERPRISE_STATES) state!: EnterpriseState;
}

class EnterpriseSearchDto {
  /** Part of a name or credit code. */
  @Text({ max: 60, min: 0, optional: true }) q?: string;
  /** `next` of the page before. */
  @Text({ max: 20, optional: true }) after?: string;
}

/** A firm's own record, and what everybody may read of all firms. */
@ApiTags('enterprise')
@Controller()
export class EnterpriseController {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly register: RegisterEnterprise,
    private readonly keep: KeepEnterprise,
    private readonly read: ReadRegister,
    private readonly print: PrintRegister,
    private readonly clock: LegalClock,
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
    return EnterpriseView.at(await this.enterprises.get(actor.organisationId), this.clock.now());
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

  /** The member card (网员证); printed when it is first asked for. */
  @Get('enterprises/mine/card')
  @Needs('enterprise.edit')
  @ApiProduces('application/pdf')
  async myMemberCard(@Acting() actor: Actor): Promise<RangedFile> {
    const { file } = await this.print.card(actor.organisationId);
    return new RangedFile(file, 'inline');
  }

  /** `submitted` is the registrar's work list: first records and changes alike, the longest waiting first. */
  @Get('enterprises')
  @Needs('enterprise.verify')
  @ApiOkResponse({ type: [EnterpriseView] })
  async listEnterprises(@Query() { state }: EnterpriseQueryDto): Promise<EnterpriseView[]> {
    const now = this.clock.now();
    const rows = await (state === 'submitted'
      ? this.enterprises.waiting()
      : this.enterprises.inState(state));
    return rows.map((row) => EnterpriseView.at(row, now));
  }

  @Get('public/enterprises')
  @Public()
  @ApiOkResponse({ type: EnterprisePageView })
  async searchEnterprises(@Query() query: EnterpriseSearchDto): Promise<EnterprisePageView> {
    const rows = await this.enterprises.page(query.q ?? '', query.after ?? null, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const now = this.clock.now();
    return {
      items: shown.map((row) => EnterpriseCardView.at(row, now)),
      next: rows.length > PAGE ? (shown.at(-1)?.memberNumber ?? null) : null,
    };
  }

  @Get('public/enterprises/:creditCode')
  @Public()
  @ApiOkResponse({ type: PublicEnterpriseView })
  async publicEnterprise(@Param('creditCode') creditCode: string): Promise<PublicEnterpriseView> {
    return PublicEnterpriseView.of(await this.read.publicRecord(creditCode), this.clock.now());
  }

  @Get('public/enterprises/:creditCode/attachments/:fileId/file')
  @Public()
  @ApiProduces('application/octet-stream')
  async publicAttachment(
    @Param('creditCode') creditCode: string,
    @Param('fileId') fileId: string,
  ): Promise<RangedFile> {
    return new RangedFile(await this.read.publicFile(creditCode, fileId));
  }
}
