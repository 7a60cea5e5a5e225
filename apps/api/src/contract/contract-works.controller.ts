import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { fenFromWire, parseInstant, type Fen, type Instant } from '@core/kernel';
import { ChangeContract, FollowContract, ReadContract } from '@server/contract';
import { DomainError, orRefuse } from '@server/platform';
import { Acting, Needs } from '../http/access';
import {
  AcceptanceDto,
  AnswerAskedDto,
  ChangeDto,
  FilingDto,
  PaymentDto,
  SiteCheckDto,
  SubcontractDto,
} from './contract.dto';
import { ContractView } from './contract.view';

function sum(wire: string): Fen {
  return orRefuse(fenFromWire(wire));
}

function moment(wire: string): Instant {
  const at = parseInstant(wire);
  if (at === null) throw new DomainError('request.invalid');
  return at;
}

/** What happens to a contract after it is signed. Each answers with the contract as it stands then. */
@ApiTags('contract')
@Controller('contracts/:id')
export class ContractWorksController {
  constructor(
    private readonly read: ReadContract,
    private readonly changing: ChangeContract,
    private readonly following: FollowContract,
  ) {}

  /** Proposes a change order to the other side. */
  @Post('changes')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async proposeChange(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { manager, decision, ...change }: ChangeDto,
  ): Promise<ContractView> {
    const whole = { ...change, manager: manager ?? null, decision: decision ?? null };
    await this.changing.propose(actor, id, whole);
    return this.view(actor, id);
  }

  @Post('changes/:changeId/answer')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async answerChange(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('changeId') changeId: string,
    @Body() { agrees }: AnswerAskedDto,
  ): Promise<ContractView> {
    await this.changing.answer(actor, id, changeId, agrees);
    return this.view(actor, id);
  }

  /** The winner says which part somebody else shall do. */
  @Post('subcontracts')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async notifySubcontract(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { sumFen, ...wanted }: SubcontractDto,
  ): Promise<ContractView> {
    await this.changing.subcontract(actor, id, { ...wanted, sum: sum(sumFen) });
    return this.view(actor, id);
  }

  @Post('subcontracts/:subcontractId/answer')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async answerSubcontract(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('subcontractId') subcontractId: string,
    @Body() { agrees }: AnswerAskedDto,
  ): Promise<ContractView> {
    await this.changing.consent(actor, id, subcontractId, agrees);
    return this.view(actor, id);
  }

  @Post('payments')
  @HttpCode(200)
  @Needs('contract.write')
  @ApiOkResponse({ type: ContractView })
  async recordPayment(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { sumFen, purpose, paidAt }: PaymentDto,
  ): Promise<ContractView> {
    await this.following.pay(actor, id, { sum: sum(sumFen), purpose, paidAt: moment(paidAt) });
    return this.view(actor, id);
  }

  @Post('site-checks')
  @HttpCode(200)
  @Needs('contract.write')
  @ApiOkResponse({ type: ContractView })
  async recordSiteCheck(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { present, note, checkedAt }: SiteCheckDto,
  ): Promise<ContractView> {
    await this.following.look(actor, id, {
      present,
      note,
      checkedAt: checkedAt === undefined ? null : moment(checkedAt),
    });
    return this.view(actor, id);
  }

  @Post('filing')
  @HttpCode(200)
  @Needs('contract.write')
  @ApiOkResponse({ type: ContractView })
  async recordFiling(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { filedAt, filedWith }: FilingDto,
  ): Promise<ContractView> {
    await this.following.file(actor, id, moment(filedAt), filedWith);
    return this.view(actor, id);
  }

  @Post('acceptance')
  @HttpCode(200)
  @Needs('contract.write')
  @ApiOkResponse({ type: ContractView })
  async acceptWorks(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { acceptedAt, text }: AcceptanceDto,
  ): Promise<ContractView> {
    const accepted = { acceptedAt: moment(acceptedAt), text };
    await this.following.accept(actor, id, accepted);
    return this.view(actor, id);
  }

  private async view(actor: Actor, id: string): Promise<ContractView> {
    return ContractView.of(await this.read.to(actor, id));
  }
}
