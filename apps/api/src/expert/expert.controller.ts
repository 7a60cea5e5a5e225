import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { SPECIALTIES } from '@core/panel';
import {
  AdmitExpert,
  applicationContent,
  ApplyAsExpert,
  ExpertHistory,
  ExpertTerms,
  KeepExperts,
  KeepOwnFacts,
  ReadExperts,
  type Expert,
} from '@server/expert';
import { DomainError, LegalClock } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { NoReplay } from '../http/idempotency.interceptor';
import { MadeView } from '../http/views';
import {
  EditApplicationDto,
  ExpertObjectionDto,
  OwnFactsDto,
  PauseExpertDto,
  RegisterExpertDto,
} from './expert.dto';
import {
  ExpertApplicationView,
  ExpertContentView,
  ExpertStepView,
  MyExpertView,
  PoolExpertView,
  PoolTermView,
  PublicAdmissionView,
  PublicExpertPoolView,
  SpecialtyView,
} from './expert.view';

/** What everybody may read of the pool, and what whoever applies or serves does himself. */
@ApiTags('expert')
@Controller()
export class ExpertController {
  constructor(
    private readonly apply: ApplyAsExpert,
    private readonly admit: AdmitExpert,
    private readonly keep: KeepExperts,
    private readonly own: KeepOwnFacts,
    private readonly read: ReadExperts,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly clock: LegalClock,
  ) {}

  @Get('public/specialties')
  @Public()
  @ApiOkResponse({ type: [SpecialtyView] })
  listSpecialties(): SpecialtyView[] {
    return SPECIALTIES.map((one) => ({ ...one }));
  }

  /** The terms of the pool, and the admissions everybody may object to now. */
  @Get('public/expert-pool')
  @Public()
  @ApiOkResponse({ type: PublicExpertPoolView })
  async publicExpertPool(): Promise<PublicExpertPoolView> {
    return {
      terms: PoolTermView.all(this.terms.at(this.clock.now())),
      admissions: (await this.read.published()).map(PublicAdmissionView.of),
    };
  }

  /** Makes an account with which somebody applies for the pool. */
  @Post('experts')
  @Public()
  @NoReplay()
  @ApiCreatedResponse({ type: MadeView })
  async registerExpert(@Body() body: RegisterExpertDto): Promise<MadeView> {
    return { id: await this.apply.register(body) };
  }

  @Get('experts/mine')
  @Needs('expert_pool.apply')
  @ApiOkResponse({ type: MyExpertView })
  async myExpertRecord(@Acting() actor: Actor): Promise<MyExpertView> {
    const { application, expert } = await this.apply.mine(actor.personId);
    const expertId = expert?.id ?? application?.expertId;
    const steps = expertId === undefined ? [] : await this.history.of(expertId);
    return {
      terms: PoolTermView.all(this.terms.at(this.clock.now())),
      application: application && ExpertApplicationView.of(application),
      content: application && ExpertContentView.of(applicationContent(application)),
      expert: expert && PoolExpertView.of(this.read.standing(expert)),
      history: steps.map(ExpertStepView.of),
    };
  }

  /** Saves the application; a first one, or one after the last was decided, is begun. */
  @Put('experts/mine/application')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async editMyApplication(@Acting() actor: Actor, @Body() body: EditApplicationDto): Promise<void> {
    await this.apply.edit(actor, EditApplicationDto.toEdit(body));
  }

  @Post('experts/mine/application/submit')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async submitMyApplication(@Acting() actor: Actor): Promise<void> {
    await this.apply.submit(actor);
  }

  @Post('experts/mine/application/withdraw')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async withdrawMyApplication(@Acting() actor: Actor): Promise<void> {
    await this.apply.withdraw(actor);
  }

  /** Keeps up to date how to reach oneself and with whom one has to do. */
  @Put('experts/mine/facts')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async changeMyFacts(@Acting() actor: Actor, @Body() body: OwnFactsDto): Promise<void> {
    await this.own.change(actor, body);
  }

  /** Asks for a pause; it begins after its notice, and ends by itself. */
  @Post('experts/mine/pause')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async pauseMyService(@Acting() actor: Actor, @Body() body: PauseExpertDto): Promise<void> {
    const { id } = await this.record(actor);
    await this.keep.pause(actor, id, PauseExpertDto.toFacts(body), 'expert');
  }

  /** Ends the own pause before its time. */
  @Post('experts/mine/resume')
  @HttpCode(204)
  @Needs('expert_pool.apply')
  async resumeMyService(@Acting() actor: Actor): Promise<void> {
    const { id } = await this.record(actor);
    await this.keep.resume(actor, id, 'expert');
  }

  /** Objects to an admission while it is published. */
  @Post('expert-admissions/:id/objections')
  @Needs('expert_pool.object')
  @ApiCreatedResponse({ type: MadeView })
  async objectToExpertAdmission(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ExpertObjectionDto,
  ): Promise<MadeView> {
    return { id: await this.admit.object(actor, id, body.text) };
  }

  private async record({ personId }: Actor): Promise<Expert> {
    const { expert } = await this.apply.mine(personId);
    if (!expert) throw new DomainError('expert.not_found');
    return expert;
  }
}
