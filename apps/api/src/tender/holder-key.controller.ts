import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant, isPayloadSignature } from '@core/kernel';
import { OPENING_MODES, type OpeningMode } from '@core/tender';
import {
  EditTender,
  HolderKeys,
  type HolderOffer,
  type KeptBatch,
  type NewHolderBatch,
} from '@server/tender';
import { DomainError } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { CoreObject, Hex, ListOf, OneOf, Text, Texts, WholeNumber } from '../http/fields';

class BatchKeyDto {
  @Text({ max: 100 }) recipient!: string;
  /** `tp1/holder/key` over `{tender: <batch>/<number>, x, recipient}`. */
  @CoreObject() signature!: Record<string, unknown>;
}

class HolderBatchDto {
  /** Random name of the batch; its slots are `<batch>/1`, `<batch>/2` … */
  @Hex(16) batch!: string;
  @Text({ max: 40 }) holder!: string;
  @WholeNumber({ min: 1, max: 15 }) x!: number;
  @Hex(32) publicKey!: string;
  @ListOf(() => BatchKeyDto, { max: 100 }) keys!: BatchKeyDto[];
  /** The private half under the holder's passphrase (age, base64); the platform cannot open it. */
  @Text({ max: 4_000 }) backup!: string;

  static toBatch(this: void, body: HolderBatchDto): NewHolderBatch {
    const keys = body.keys.map(({ recipient, signature }) => {
      if (!isPayloadSignature(signature)) {
        throw new DomainError('seal.opening_invalid', { reason: 'signature' });
      }
      return { recipient, signature };
    });
    return { ...body, keys };
  }
}

class SealWithBatchesDto {
  @OneOf(OPENING_MODES) mode!: OpeningMode;
  @WholeNumber({ min: 2, max: 15 }) t!: number;
  @WholeNumber({ min: 60, max: 14_400 }) windowSeconds!: number;
  /** The organisations that hold keys; each gives one of its batch. */
  @Texts({ max: 15, length: 36 }) organisationIds!: string[];
}

/** A batch of its own holder's. */
class HolderBatchView {
  @ApiProperty() id!: string;
  @ApiProperty() holder!: string;
  @ApiProperty() x!: number;
  @ApiProperty() total!: number;
  @ApiProperty() free!: number;
  @ApiProperty() backup!: string;
  @ApiProperty() createdAt!: string;

  static of(this: void, { batch, total, free }: KeptBatch): HolderBatchView {
    const { id, holder, x, backup, createdAt } = batch;
    return { id, holder, x, total, free, backup, createdAt: formatInstant(createdAt) };
  }
}

/** Somebody a tenderer may name as a holder. */
class HolderOfferView {
  @ApiProperty() organisationId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() holder!: string;
  @ApiProperty() x!: number;
  @ApiProperty() free!: number;

  static of(this: void, offer: HolderOffer): HolderOfferView {
    return { ...offer };
  }
}

/** Keys made ahead by those who hold them, and their use in a tender. */
@ApiTags('tender')
@Controller()
export class HolderKeyController {
  constructor(
    private readonly keys: HolderKeys,
    private readonly edit: EditTender,
  ) {}

  @Post('holder-batches')
  @Needs('key.hold')
  @ApiCreatedResponse({ type: HolderBatchView })
  async keepHolderBatch(
    @Acting() actor: Actor,
    @Body() body: HolderBatchDto,
  ): Promise<HolderBatchView> {
    return HolderBatchView.of(await this.keys.keep(actor, HolderBatchDto.toBatch(body)));
  }

  @Get('holder-batches')
  @Needs('key.hold')
  @ApiOkResponse({ type: [HolderBatchView] })
  async myHolderBatches(@Acting() actor: Actor): Promise<HolderBatchView[]> {
    return (await this.keys.ofOrganisation(actor.organisationId)).map(HolderBatchView.of);
  }

  @Get('holder-offers')
  @Needs('tender.edit')
  @ApiOkResponse({ type: [HolderOfferView] })
  async holderOffers(): Promise<HolderOfferView[]> {
    return (await this.keys.offers()).map(HolderOfferView.of);
  }

  @Put('tenders/:id/sealing/batches')
  @HttpCode(204)
  @Needs('tender.edit')
  async sealWithBatches(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: SealWithBatchesDto,
  ): Promise<void> {
    const { organisationIds, ...terms } = body;
    await this.edit.sealWithBatches(actor, id, terms, organisationIds);
  }
}
