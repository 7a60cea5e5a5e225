import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { concludedAt } from '@core/contract';
import type { Actor } from '@core/identity';
import { Contracts, ReadContract, SignContract, WriteContract } from '@server/contract';
import { DomainError, FileStore } from '@server/platform';
import { Acting, Needs, Public } from '../http/access';
import { RangedFile } from '../http/ranged-file';
import { ContractTermsDto, DeclineContractDto, SignContractDto } from './contract.dto';
import { ContractLineView, ContractView, OfferView } from './contract.view';

/** Contracts: written by the tenderer, signed by both sides, public from then on. */
@ApiTags('contract')
@Controller()
export class ContractController {
  constructor(
    private readonly contracts: Contracts,
    private readonly read: ReadContract,
    private readonly writing: WriteContract,
    private readonly signing: SignContract,
    private readonly files: FileStore,
  ) {}

  @Get('public/tenders/:id/contracts')
  @Public()
  @ApiOkResponse({ type: [ContractView] })
  async publishedContracts(@Param('id') id: string): Promise<ContractView[]> {
    return (await this.read.published(id)).map(ContractView.of);
  }

  /** The contract on paper, once both sides have signed. */
  @Get('public/contracts/:id/file')
  @Public()
  @ApiProduces('application/pdf')
  async contractFile(@Param('id') id: string): Promise<RangedFile> {
    const contract = await this.contracts.get(id);
    if (concludedAt(contract) === null || contract.fileId === null) {
      throw new DomainError('contract.not_found');
    }
    return new RangedFile(await this.files.get(contract.fileId), 'inline');
  }

  @Get('tenders/:id/contracts')
  @Needs('contract.read')
  @ApiOkResponse({ type: [ContractView] })
  async contractsOfTender(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<ContractView[]> {
    return (await this.read.ofTender(actor, id)).map(ContractView.of);
  }

  /** What the winner of a lot offered: what its contract has to say. */
  @Get('tenders/:id/lots/:lot/offer')
  @Needs('contract.write')
  @ApiOkResponse({ type: OfferView })
  async winningOffer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
  ): Promise<OfferView> {
    return OfferView.of(await this.writing.offerTo(actor, id, lot));
  }

  /** Writes the contract of a lot, or writes it anew while nobody has signed. */
  @Put('tenders/:id/lots/:lot/contract')
  @Needs('contract.write')
  @ApiOkResponse({ type: ContractView })
  async writeContract(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
    @Body() body: ContractTermsDto,
  ): Promise<ContractView> {
    const contract = await this.writing.run(actor, id, lot, ContractTermsDto.terms(body));
    return ContractView.of(await this.read.to(actor, contract.id));
  }

  /** The contracts of the actor's organisation; to a supervisor, all. */
  @Get('contracts/mine')
  @Needs('contract.read')
  @ApiOkResponse({ type: [ContractLineView] })
  async myContracts(@Acting() actor: Actor): Promise<ContractLineView[]> {
    return (await this.read.mine(actor)).map(ContractLineView.of);
  }

  @Get('contracts/:id')
  @Needs('contract.read')
  @ApiOkResponse({ type: ContractView })
  async contract(@Acting() actor: Actor, @Param('id') id: string): Promise<ContractView> {
    return ContractView.of(await this.read.to(actor, id));
  }

  /** Signs what the signer has read. */
  @Post('contracts/:id/signature')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async signContract(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { fingerprint, lateReason }: SignContractDto,
  ): Promise<ContractView> {
    await this.signing.sign(actor, id, { fingerprint, lateReason: lateReason ?? null });
    return ContractView.of(await this.read.to(actor, id));
  }

  /** A side sends the contract it has read back unsigned. */
  @Post('contracts/:id/decline')
  @HttpCode(200)
  @Needs('contract.sign')
  @ApiOkResponse({ type: ContractView })
  async declineContract(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { fingerprint, reason }: DeclineContractDto,
  ): Promise<ContractView> {
    await this.signing.decline(actor, id, fingerprint, reason);
    return ContractView.of(await this.read.to(actor, id));
  }
}
