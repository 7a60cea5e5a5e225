import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { SealBasePrice } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Hex, WholeNumber } from '../http/fields';

class SealBasePriceDto {
  /** 1 where the tender has one lot. */
  @WholeNumber({ min: 1, max: 999 }) lot!: number;
  /** The commitment; the price and its nonce stay in the tenderer's file. */
  @Hex(32) commit!: string;
}

/** The base price (标底) of a published tender. */
@ApiTags('tender')
@Controller('tenders')
export class BasePriceController {
  constructor(private readonly seal: SealBasePrice) {}

  @Post(':id/base-price')
  @HttpCode(204)
  @Needs('tender.edit')
  async sealBasePrice(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: SealBasePriceDto,
  ): Promise<void> {
    await this.seal.run(actor, id, body.lot, body.commit);
  }
}
