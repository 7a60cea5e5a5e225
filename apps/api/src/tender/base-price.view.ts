import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import type { BasePriceRecord } from '@server/tender';
import { fenOrNull, instantOrNull } from '../http/views';

/** The base price of a lot, as everybody sees it: its commitment, and the price once it is opened. */
export class BasePriceView {
  /** 1 where the tender has one lot. */
  @ApiProperty() lot!: number;
  @ApiProperty() commit!: string;
  @ApiProperty() sealedAt!: string;
  @ApiProperty({ type: String, nullable: true }) priceFen!: string | null;
  @ApiProperty({ type: String, nullable: true }) nonce!: string | null;
  @ApiProperty({ type: String, nullable: true }) openedAt!: string | null;

  static of(this: void, row: BasePriceRecord): BasePriceView {
    const { lot, commit, nonce } = row;
    return {
      lot,
      commit,
      sealedAt: formatInstant(row.sealedAt),
      priceFen: fenOrNull(row.price),
      nonce,
      openedAt: instantOrNull(row.openedAt),
    };
  }
}
